/**
 * What money buys in energy: the whole front of C and E as a function of lambda, certified at every lambda.
 *
 * <p>Start with {@link io.dcsdk.optimizer.pareto.ParetoSearch}; its {@link io.dcsdk.optimizer.pareto.ParetoFront} is a
 * document (JSON, YAML), a table ({@link io.dcsdk.optimizer.pareto.ParetoFront#toCsv()}) and a picture
 * ({@link io.dcsdk.optimizer.pareto.ParetoChart}). Every figure in it comes from an audited outcome of the optimiser.
 *
 * <p>Carbon: where a problem plans its supply, each point says what the energy of its supplies emits over the horizon. The
 * search itself weighs energy, not carbon; {@code supply.carbonPerYear} of the problem limits carbon. What making the
 * equipment emitted is in no catalogue item and counts nowhere. Water: the model has none.
 *
 * <p>May import every other package of the module; none of them imports it.
 */
@NullMarked
package io.dcsdk.optimizer.pareto;

import org.jspecify.annotations.NullMarked;
