package io.dcsdk.optimizer.ortools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.sizing.SyntheticYear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of invented weather, sized here and by HiGHS. */
final class SizingAgreementTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheOptimumOfHighs(long seed) {
        EnergySystem system = SyntheticYear.site(500, seed);
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults().withGap(1e-7));
        HighsSizing peer = new HighsSizing(system, "HIGHS");
        try {
            peer.quiet();
            double objective = peer.solve();
            assertEquals(Sizing.Status.GAP_CLOSED, sizing.status());
            assertEquals(objective, sizing.design().orElseThrow().cost(), 1e-6 * objective);
            assertTrue(sizing.bound() <= objective * (1 + 1e-7));
        } finally {
            peer.close();
        }
    }
}
