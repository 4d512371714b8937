package io.dcsdk.optimizer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FigureComparisonTest {
    @Test
    void namesTheFirstFigureThatDiffersWithBothValues() {
        Verification flaw = FigureComparison.of("the plan")
                .and("selection", List.of("a", "b"), List.of("a", "b"))
                .and("objective", Money.dollars(1), Money.dollars(2))
                .and("gap", 3, 4)
                .flaw()
                .orElseThrow();
        assertFalse(flaw.accepted());
        assertEquals(
                "objective (\"1 USD\") of the plan: the certificate gives \"2 USD\"\n"
                        + "Maybe the file was edited after it was saved.",
                flaw.message());
    }

    @Test
    void whatIsWrittenTheSameIsTheSame() {
        assertEquals(
                Optional.empty(),
                FigureComparison.of("the plan")
                        .and("objective", Money.dollars(1), Money.dollars(1))
                        .flaw());
        assertEquals(Optional.empty(), FigureComparison.of("the plan").flaw());
    }

    @Test
    void longFiguresAreCutInTheMessageOnly() {
        String text = "x".repeat(300);
        Verification flaw = FigureComparison.of("the plan")
                .and("notes", text + "1", text + "2")
                .flaw()
                .orElseThrow();
        assertEquals(2, flaw.message().split("\\.\\.\\.", -1).length - 1);
    }
}
