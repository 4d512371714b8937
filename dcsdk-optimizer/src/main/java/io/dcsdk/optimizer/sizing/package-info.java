/**
 * How much of each supply to build, and how to run it hour by hour, at the least annual cost, with a certified gap.
 *
 * <p>Start with {@link io.dcsdk.optimizer.sizing.EnergySystem}: nodes with demands, activities (sources, links) that move
 * power between them, reservoirs that keep energy from one step to the next, and capacities that bound both and cost
 * money. {@link io.dcsdk.optimizer.sizing.SizingOptimizer} finds capacities and dispatch with an interior-point method whose
 * linear algebra follows time, so its cost grows linearly with the number of steps, whatever the number of storages.
 *
 * <p>Nothing it finds is trusted: {@link io.dcsdk.optimizer.sizing.DispatchAudit} checks the dispatch and adds up what it
 * costs, {@link io.dcsdk.optimizer.sizing.DualBound} turns the multipliers into a lower bound by weak duality with directed
 * rounding. The difference of the two is the gap. May import nothing of the SDK.
 */
@NullMarked
package io.dcsdk.optimizer.sizing;

import org.jspecify.annotations.NullMarked;
