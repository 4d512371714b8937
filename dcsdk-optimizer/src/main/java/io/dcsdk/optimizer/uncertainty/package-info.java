/**
 * Designs for what is not known: bought now and operated in each scenario, or bought, kept and retired over years. Certified.
 *
 * <p>Start with {@link io.dcsdk.optimizer.uncertainty.ScenarioOptimizer} and
 * {@link io.dcsdk.optimizer.uncertainty.ExpansionOptimizer}. Their answers are documents
 * ({@link io.dcsdk.optimizer.uncertainty.ScenarioOutcome}, {@link io.dcsdk.optimizer.uncertainty.ExpansionOutcome}) and
 * pictures. Demand that may deviate needs nothing here: {@link io.dcsdk.uncertainty.RobustDemand} is a demand like any
 * other. A problem without a plan is answered with a minimal conflict in its own terms and the cheapest repair
 * ({@link io.dcsdk.optimizer.uncertainty.UncertainConflict}). May import every other package of the module but {@code pareto},
 * {@code sensitivity} and {@code report}.
 */
@NullMarked
package io.dcsdk.optimizer.uncertainty;

import org.jspecify.annotations.NullMarked;
