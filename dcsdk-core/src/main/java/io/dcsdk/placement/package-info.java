/**
 * Many sites: which workload runs where, and what is bought at each location.
 *
 * <p>Start with {@link io.dcsdk.placement.PlacementProblem}. A location is planned as any
 * {@link io.dcsdk.design.DesignProblem} is, with what is placed there as its demand; what is new is the choice of the place:
 * tariff and carbon of each location, data residency, latency to users, opening costs. The evaluation of a placement adds up
 * the items themselves, without the algebra that the optimiser solves. May import everything below it in the module.
 */
@NullMarked
package io.dcsdk.placement;

import org.jspecify.annotations.NullMarked;
