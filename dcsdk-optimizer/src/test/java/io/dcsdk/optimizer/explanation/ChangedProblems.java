package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Problems with other figures, for tests of other packages. */
public final class ChangedProblems {
    private ChangedProblems() {}

    /** The problem as the repair would have it stated. */
    public static DesignProblem of(DesignProblem problem, Repair repair) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        repair.changes().forEach(change -> figures.put(change.requirement(), change.to()));
        return RepairedProblem.of(problem, figures);
    }

    /** The problem with one figure. */
    public static DesignProblem of(DesignProblem problem, String name, BigDecimal figure) {
        return RepairedProblem.of(problem, Map.of(name, figure));
    }
}
