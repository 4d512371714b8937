package io.dcsdk.optimizer.typical;

import io.dcsdk.optimizer.sizing.CapacityEvaluation;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.series.typical.TypicalDays;
import java.util.Optional;

/**
 * A system sized on typical days, and what the capacities found cost in the whole horizon.
 *
 * <p>Two approximations are made, and both are undone by the evaluation: days are replaced by the typical day that stands for them
 * ({@link TypicalDays#errors()} says what that loses), and each storage ends each day as it began it. Costs and bounds of
 * {@code onTypicalDays} are about that other problem; only {@code onAllDays} is about the system. Its bound is proven by weak duality
 * from the better of two sets of prices, those of the dispatch and those of the typical days; the more alike the days that one stands
 * for, the closer it is.
 *
 * @param days the typical days, with the day of the highest demand among them
 * @param copies typical days in the reduced system: more than {@code days} where capacities change by period
 * @param onTypicalDays the sizing of the reduced system
 * @param onAllDays the capacities found, dispatched over the whole horizon; absent if there are none
 */
public record TypicalSizing(
        TypicalDays days, int copies, Sizing onTypicalDays, Optional<CapacityEvaluation> onAllDays) {
    /**
     * Sizes a system.
     *
     * @param system steps of one length that make whole days
     * @param most the most typical days, at least 1
     * @param options when to stop, for both problems
     * @return what was found
     * @throws IllegalArgumentException if the steps make no whole days, or there are too many typical days for the nodes
     */
    public static TypicalSizing solve(EnergySystem system, int most, SizingOptions options) {
        TypicalDays days = new SystemDays(system).typical(most);
        TypicalSystem typical = new TypicalSystem(system, days);
        Sizing found = SizingOptimizer.solve(typical.reduced(), options);
        Optional<CapacityEvaluation> evaluated = found.design()
                .map(design -> CapacityEvaluation.of(system, design.amounts(), options)
                        .withPrices(system, typical.prices(design.prices())));
        return new TypicalSizing(days, typical.copies(), found, evaluated);
    }

    /**
     * How much more the design costs in the whole horizon than on the typical days, relative to the former.
     *
     * @return a share; empty without a design of the whole horizon
     */
    public Optional<Double> understatement() {
        return onAllDays
                .flatMap(evaluation -> evaluation.sizing().design())
                .map(design -> Sizing.relativeTo(
                        design.cost(),
                        design.cost() - onTypicalDays.design().orElseThrow().cost()));
    }
}
