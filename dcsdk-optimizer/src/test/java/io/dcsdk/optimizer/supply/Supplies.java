package io.dcsdk.optimizer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.sizing.SystemLp;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Small supplies from YAML, sized and compared with one linear program of all their steps. */
final class Supplies {
    private static final SizingOptions CLOSE = new SizingOptions(1e-7, 300);

    private Supplies() {}

    static SupplyDocument document(String yaml) {
        return Documents.read(yaml, "test.yaml", DocumentFormat.YAML, SupplyDocument.class);
    }

    /** A supply without files. */
    static SupplySystem supply(String yaml) {
        return SupplySystem.of(document(yaml), Path.of("none"));
    }

    static String refusal(String yaml) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> supply(yaml)).getMessage());
    }

    /** The head of a document of so many hours. */
    static String hours(int steps) {
        return "name: test\nsteps: %d\nhours: 1\n".formatted(steps);
    }

    static String list(double... values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The optimum, proven, and the same that ojAlgo finds. */
    static Design sized(SupplySystem supply) {
        Sizing sizing = SizingOptimizer.solve(supply.system(), CLOSE);
        OptionalDouble minimum = SystemLp.minimum(supply.system());
        assertTrue(minimum.isPresent(), "no optimum by ojAlgo, but " + sizing.status());
        assertEquals(Status.GAP_CLOSED, sizing.status(), () -> "gap " + sizing.gap() + ", minimum " + minimum);
        Design design = sizing.design().orElseThrow();
        double known = minimum.getAsDouble();
        assertEquals(known, design.cost(), 1e-6 * (1 + Math.abs(known)));
        assertTrue(sizing.bound() <= known + 1e-9 * (1 + Math.abs(known)), () -> sizing.bound() + " above " + known);
        return design;
    }

    /** The optimum, proven: for horizons that are too long for the other program. */
    static Design optimum(SupplySystem supply) {
        Sizing sizing = SizingOptimizer.solve(supply.system(), CLOSE);
        assertEquals(Status.GAP_CLOSED, sizing.status(), () -> "gap " + sizing.gap());
        return sizing.design().orElseThrow();
    }

    static double cost(SupplySystem supply) {
        return sized(supply).cost();
    }

    static double cost(String yaml) {
        return cost(supply(yaml));
    }

    static boolean isInfeasible(SupplySystem supply) {
        boolean none = SystemLp.minimum(supply.system()).isEmpty();
        Status status = SizingOptimizer.solve(supply.system(), CLOSE).status();
        assertEquals(none, status == Status.INFEASIBLE, () -> "ojAlgo finds none: " + none + ", but " + status);
        return none;
    }

    /** MW of a capacity of the optimum. */
    static double amount(SupplySystem supply, Design design, String capacity) {
        for (int c = 0; c < supply.system().capacities().size(); c++) {
            if (supply.system().capacities().get(c).name().equals(capacity)) {
                return design.amounts().get(c);
            }
        }
        throw new AssertionError("no capacity " + capacity);
    }

    /** MW of an activity in a step of the optimum. */
    static double power(SupplySystem supply, Design design, String activity, int step) {
        for (int j = 0; j < supply.system().activities().size(); j++) {
            if (supply.system().activities().get(j).name().equals(activity)) {
                return design.dispatch().power(j, step);
            }
        }
        throw new AssertionError("no activity " + activity);
    }

    /** MWh of an activity over the horizon. */
    static double energy(SupplySystem supply, Design design, String activity) {
        double sum = 0;
        for (int t = 0; t < supply.system().steps(); t++) {
            sum += supply.system().hours(t) * power(supply, design, activity, t);
        }
        return sum;
    }
}
