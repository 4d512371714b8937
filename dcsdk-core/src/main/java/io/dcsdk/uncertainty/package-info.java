/**
 * What is not known when a design is bought: scenarios of demand and prices, demand that may deviate, and years to come.
 *
 * <p>Start with {@link io.dcsdk.uncertainty.ScenarioProblem} (buy now, operate in each scenario),
 * {@link io.dcsdk.uncertainty.RobustDemand} (at most Γ workloads deviate at once) and
 * {@link io.dcsdk.uncertainty.ExpansionProblem} (buy, keep and retire over years). All three come down to design problems;
 * the optimiser couples them. May import everything else in the module.
 */
@NullMarked
package io.dcsdk.uncertainty;

import org.jspecify.annotations.NullMarked;
