package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContinuedProgressTest {
    private static Progress progress(long nodes, double bound) {
        return new Progress(nodes, 5, Optional.of(Rational.of(20)), bound, 0.5);
    }

    @Test
    void nodesOfAllSearchesAddUpAndTheBestBoundStays() {
        List<Progress> told = new ArrayList<>();
        ContinuedProgress progress = new ContinuedProgress(told::add);
        progress.onProgress(progress(64, 11));
        progress.onProgress(progress(128, 12));
        progress.begin();
        progress.onProgress(progress(30, 9));
        progress.onProgress(progress(60, 13));
        progress.begin();
        progress.onProgress(progress(1, 10));
        assertEquals(
                List.of(progress(64, 11), progress(128, 12), progress(158, 12), progress(188, 13), progress(189, 13)),
                told);
    }
}
