package io.dcsdk.optimizer.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.RandomDesigns;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.TimeSpan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The parts of C and E, against what two horizons and a lambda of one dollar say of the objective. */
final class CostPartsTest {
    private static final int PROBLEMS = 200;

    private static LinearProgram stated(DesignProblem problem, int years, String lambda) {
        Finance finance = new Finance(
                TimeSpan.years(years),
                Optional.empty(),
                Optional.empty(),
                problem.finance().staffCost());
        return DesignFormulation.of(problem.withFinance(finance).withLambda(EnergyWeight.parse(lambda)))
                .program();
    }

    @Test
    void areWhatTheObjectiveIsMadeOf() {
        int priced = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            DesignProblem problem = RandomDesigns.of(seed);
            LinearProgram one = stated(problem, 1, "0 USD/kWh");
            LinearProgram two = stated(problem, 2, "0 USD/kWh");
            LinearProgram weighted = stated(problem, 1, "1 USD/kWh");
            CostParts parts = DesignFormulation.of(problem.withFinance(new Finance(
                            TimeSpan.years(1),
                            Optional.empty(),
                            Optional.empty(),
                            problem.finance().staffCost())))
                    .costParts();
            for (int j = 0; j < one.variables().size(); j++) {
                String name = one.variables().get(j).name();
                Rational running = two.costs().get(j).minus(one.costs().get(j));
                String context = name + " of problem " + seed;
                assertEquals(running, part(parts.running(), name), context);
                assertEquals(one.costs().get(j).minus(running), part(parts.capital(), name), context);
                assertEquals(weighted.costs().get(j).minus(one.costs().get(j)), part(parts.energy(), name), context);
                priced += running.isZero() ? 0 : 1;
            }
            assertEquals(two.constant().minus(one.constant()), parts.runningConstant());
        }
        int found = priced;
        assertTrue(found > PROBLEMS, () -> "running costs: " + found);
    }

    private static Rational part(Map<String, Rational> parts, String name) {
        return parts.getOrDefault(name, Rational.ZERO);
    }
}
