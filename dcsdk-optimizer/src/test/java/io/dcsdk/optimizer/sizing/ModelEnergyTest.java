package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The published optima of PyPSA's model-energy example (CC BY 4.0), reached and proven. */
final class ModelEnergyTest {
    private static final SizingOptions CLOSE = SizingOptions.defaults().withGap(1e-8);

    private static void closes(EnergySystem system, double published) {
        Sizing sizing = SizingOptimizer.solve(system, CLOSE);
        assertEquals(Status.GAP_CLOSED, sizing.status());
        assertEquals(published, sizing.design().orElseThrow().cost(), 1e-6 * published);
        assertTrue(sizing.bound() <= published * (1 + 1e-9), () -> sizing.bound() + " is above the optimum");
        assertTrue(sizing.bound() >= published * (1 - 1e-6), () -> sizing.bound() + " is far below the optimum");
    }

    @Test
    void aConstantLoadWithoutHydrogenCostsWhatIsPublished() throws IOException {
        closes(ModelEnergy.electricity(Profile.constant(100)).build(), 1.213233481424e8);
    }

    @Test
    void theWholeCaseWithItsHydrogenChainCostsWhatIsPublished() throws IOException {
        closes(ModelEnergy.withHydrogen(), 8.078135675451e9);
    }
}
