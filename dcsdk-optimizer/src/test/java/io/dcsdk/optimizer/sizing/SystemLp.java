package io.dcsdk.optimizer.sizing;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** An energy system as one linear program, row by row: the oracle of small horizons. */
public final class SystemLp {
    private static final double BIG = 1e5;

    private SystemLp() {}

    /** The minimum by ojAlgo, or nothing if it says that there is none. */
    public static OptionalDouble minimum(EnergySystem system) {
        return minimum(program(system), new OjAlgoEngine());
    }

    static OptionalDouble minimum(LinearProgram program, LpEngine engine) {
        double[] lower = program.variables().stream()
                .mapToDouble(variable -> variable.lower().doubleValue())
                .toArray();
        double[] upper = program.variables().stream()
                .mapToDouble(variable -> variable.upper().doubleValue())
                .toArray();
        LpAnswer answer = engine.open(LpMatrix.of(program)).solve(lower, upper, true);
        if (answer.status() == LpAnswer.Status.INFEASIBLE) {
            return OptionalDouble.empty();
        }
        if (answer.status() == LpAnswer.Status.UNKNOWN) {
            return OptionalDouble.of(Double.NaN);
        }
        double sum = 0;
        for (int v = 0; v < lower.length; v++) {
            sum += program.costs().get(v).doubleValue() * answer.point()[v];
        }
        return OptionalDouble.of(sum);
    }

    /** The program. */
    public static LinearProgram program(EnergySystem system) {
        LinearProgram.Builder program = LinearProgram.builder();
        for (Capacity capacity : system.capacities()) {
            program.continuous(
                    capacity.name(),
                    Rational.ofExactly(capacity.lower()),
                    Rational.ofExactly(Math.min(capacity.upper(), BIG)),
                    Rational.ofExactly(capacity.annualCost()));
        }
        for (int t = 0; t < system.steps(); t++) {
            for (Activity activity : system.activities()) {
                String name = activity.name() + " " + t;
                program.continuous(
                        name,
                        Rational.ZERO,
                        Rational.ofExactly(BIG),
                        Rational.ofExactly(system.hours(t))
                                .times(Rational.ofExactly(activity.cost().at(t))));
                String bound =
                        activity.limit().capacities().get(activity.limit().periodOf(t));
                atMost(
                        program,
                        name,
                        bound,
                        Rational.ofExactly(activity.limit().availability().at(t)));
            }
            for (Node node : system.nodes()) {
                if (node.reservoir().isPresent()) {
                    Reservoir reservoir = node.reservoir().get();
                    String name = node.name() + " level " + t;
                    boolean given = t == system.steps() - 1 && reservoir.level().isPresent();
                    double level = reservoir.level().orElse(0);
                    program.continuous(
                            name,
                            Rational.ofExactly(given ? level : 0),
                            Rational.ofExactly(given ? level : BIG),
                            Rational.ZERO);
                    Rational room = Rational.ofExactly(reservoir.hours())
                            .times(Rational.ofExactly(reservoir.availability().at(t)));
                    atMost(program, name, reservoir.capacity(), room);
                }
            }
        }
        for (int t = 0; t < system.steps(); t++) {
            for (Node node : system.nodes()) {
                balance(system, program, node, t);
            }
        }
        for (AnnualLimit limit : system.limits()) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            limit.coefficients().forEach((activity, counts) -> {
                for (int t = 0; t < system.steps(); t++) {
                    terms.put(
                            activity + " " + t,
                            Rational.ofExactly(counts.at(t)).times(Rational.ofExactly(system.hours(t))));
                }
            });
            limit.weights().forEach((capacity, weight) -> terms.put(capacity, Rational.ofExactly(weight)));
            Rational most = Rational.ofExactly(limit.most());
            for (Node node : system.nodes()) {
                Rational share = Rational.ofExactly(limit.shares().getOrDefault(node.name(), 0.0));
                for (int t = 0; t < system.steps(); t++) {
                    most = most.plus(share.times(Rational.ofExactly(system.hours(t)))
                            .times(Rational.ofExactly(node.demand().at(t))));
                }
            }
            program.constraint(limit.name(), terms, Relation.LE, most);
        }
        return program.build();
    }

    private static void atMost(LinearProgram.Builder program, String name, String capacity, Rational factor) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        terms.put(name, Rational.ONE);
        terms.put(capacity, factor.negate());
        program.constraint("most " + name, terms, Relation.LE, Rational.ZERO);
    }

    private static void balance(EnergySystem system, LinearProgram.Builder program, Node node, int t) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        Rational hours = Rational.ofExactly(system.hours(t));
        for (Activity activity : system.activities()) {
            for (Port port : activity.ports()) {
                if (port.node().equals(node.name())) {
                    terms.put(activity.name() + " " + t, hours.times(Rational.ofExactly(port.coefficient())));
                }
            }
        }
        if (node.reservoir().isPresent()) {
            int before = t == 0 ? system.steps() - 1 : t - 1;
            Rational kept = Rational.ofExactly(system.retention(node.reservoir().get(), t));
            terms.merge(node.name() + " level " + before, kept, Rational::plus);
            terms.merge(node.name() + " level " + t, Rational.of(-1), Rational::plus);
        }
        program.constraint(
                "balance " + node.name() + " " + t,
                terms,
                Relation.EQ,
                hours.times(Rational.ofExactly(node.demand().at(t))));
    }
}
