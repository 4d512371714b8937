package io.dcsdk.benchmarks.training;

import java.util.ArrayList;
import java.util.List;

/** Sizes of a process at equal distances, and how far it grew once it was warm. */
final class MemoryGrowth {
    private static final int WARM_UP_PARTS = 5;

    private final List<Double> sizes = new ArrayList<>();

    void add(double mebibytes) {
        sizes.add(mebibytes);
    }

    /**
     * From the end of the first fifth to the last point.
     *
     * @return per cent
     * @throws IllegalStateException if there are not yet five points
     */
    double percent() {
        if (sizes.size() < WARM_UP_PARTS) {
            throw new IllegalStateException("points (%d) of a memory run: fewer than %d\nMaybe run more steps."
                    .formatted(sizes.size(), WARM_UP_PARTS));
        }
        double settled = sizes.get(sizes.size() / WARM_UP_PARTS - 1);
        return 100 * (sizes.get(sizes.size() - 1) / settled - 1);
    }
}
