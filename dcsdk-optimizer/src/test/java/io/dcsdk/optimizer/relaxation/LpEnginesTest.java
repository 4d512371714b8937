package io.dcsdk.optimizer.relaxation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.engine.OjAlgoProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LpEnginesTest {
    @Test
    void ojAlgoIsFoundByItsName() {
        assertEquals(List.of("ojalgo"), LpEngines.names());
        assertInstanceOf(OjAlgoEngine.class, LpEngines.named("ojalgo"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> LpEngines.named("glop"));
        assertEquals(
                "Engine (glop) of the optimizer: none of the engines found here (ojalgo) has this name\n"
                        + "Maybe add its module to the class path: dcsdk-optimizer-ortools brings glop.",
                thrown.getMessage());
    }

    @Test
    void twoProvidersOfOneNameAreNotChosenFromBySilence() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> LpEngines.named("ojalgo", List.of(new OjAlgoProvider(), new OjAlgoProvider())));
        assertEquals(
                "Engine (ojalgo) of the optimizer: 2 providers have this name: "
                        + "io.dcsdk.optimizer.engine.OjAlgoProvider, io.dcsdk.optimizer.engine.OjAlgoProvider\n"
                        + "Maybe take one of them off the class path, or pass the engine itself to DesignOptimizer.over.",
                thrown.getMessage());
    }
}
