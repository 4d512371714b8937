/**
 * What money buys in energy, carbon or water: the whole front of C and one of them as a function of its weight lambda,
 * certified at every lambda.
 *
 * <p>Start with {@link io.dcsdk.optimizer.pareto.ParetoSearch}; its {@link io.dcsdk.optimizer.pareto.ParetoFront} is a
 * document (JSON, YAML), a table ({@link io.dcsdk.optimizer.pareto.ParetoFront#toCsv()}) and a picture
 * ({@link io.dcsdk.optimizer.pareto.ParetoChart}). Every figure in it comes from an audited outcome of the optimiser.
 *
 * <p>Carbon is what the energy of the planned supplies emits over the horizon, and what making the servers emitted, of those
 * that state it; water is what the cooling draws ({@link io.dcsdk.design.Footprint}). A problem without these figures is
 * refused. Neither counts in C or E.
 *
 * <p>May import every other package of the module; none of them imports it.
 */
@NullMarked
package io.dcsdk.optimizer.pareto;

import org.jspecify.annotations.NullMarked;
