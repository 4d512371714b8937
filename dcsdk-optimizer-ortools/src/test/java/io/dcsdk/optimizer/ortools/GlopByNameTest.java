package io.dcsdk.optimizer.ortools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dcsdk.optimizer.relaxation.LpEngines;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlopByNameTest {
    @Test
    void glopStandsBesideOjAlgoOnceItsModuleIsThere() {
        assertEquals(List.of("glop", "ojalgo"), LpEngines.names());
        assertInstanceOf(GlopEngine.class, LpEngines.named("glop"));
    }
}
