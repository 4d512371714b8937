package io.dcsdk.optimizer.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepSizesTest {
    private static StatedFigure figure(String value, String unit) {
        Motion motion = unit.isEmpty() ? Motion.WHOLE : Motion.ANY;
        return new StatedFigure("f", Rational.parse(value), unit, Rational.ONE, true, motion);
    }

    @ParameterizedTest
    @CsvSource({
        "5000, GB, 1000",
        "7, GB/s, 1",
        "999, kW, 1",
        "2000, kW, 1000",
        "0.8, %, 0.01",
        "3, '', 1",
        "500, USD, 5",
        "0, USD, 1",
    })
    void areNaturalUnitsUnlessStated(String value, String unit, String step) {
        assertEquals(Rational.parse(step), StepSizes.standard().of(figure(value, unit)));
    }

    @ParameterizedTest
    @CsvSource({
        "5 TB, 5000, GB, 5000",
        "500 MB, 5000, GB, 0.5",
        "10 %, 5000, GB, 500",
        "3%, 0.8, %, 0.03",
        "1 GW, 5, kW, 1000000",
        "50 %, 4, '', 2",
        "2, 4, '', 2",
        "20 USD, 500, USD, 20",
    })
    void areReadInEveryPrefixOfTheUnit(String amount, String value, String unit, String step) {
        assertEquals(
                Rational.parse(step), StepSizes.standard().with("f", amount).of(figure(value, unit)));
    }

    @ParameterizedTest
    @CsvSource({
        "0 TB, 5000, GB, is not above zero",
        "-1, 5000, GB, is no amount",
        "x, 5000, GB, is no amount",
        "5, 5000, GB, has no unit",
        "1 USD, 5000, GB, is in another unit",
        "1 TB/s, 5000, GB, is in another unit",
        "1.5, 4, '', is not whole",
        "1 kkg/m2, 4, kg/m2, is in another unit",
    })
    void refuseWhatTheFigureCannotMoveBy(String amount, String value, String unit, String rule) {
        StepSizes steps = StepSizes.standard().with("f", amount);
        ItemException refused = assertThrows(ItemException.class, () -> steps.of(figure(value, unit)));
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused::toString);
    }

    @Test
    void refuseNamesThatTheProblemDoesNotHave() {
        StepSizes steps = StepSizes.standard().with("colour", "1");
        ItemException refused =
                assertThrows(ItemException.class, () -> steps.requireKnown(List.of("budget", "compute")));
        assertEquals(
                "name (colour) of step sizes: is no figure of the problem\nMaybe use some of budget, compute.",
                refused.getMessage());
    }
}
