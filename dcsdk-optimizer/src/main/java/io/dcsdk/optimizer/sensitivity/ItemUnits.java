package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a problem's objective depends on the price of an item: by {@code dollar × units(x)} for each dollar, where units are the
 * bought pieces, kilowatts for supplies. Found by stating the problem at two prices.
 *
 * @param units of which variables a unit is how many, by index
 * @param presence of which variables one at least is 1 in a design with the item, or the units themselves: a spine alone is no
 *     fabric
 * @param dollar what a dollar of the price of one unit adds to the objective; capital recovery and, for supplies, maintenance
 */
record ItemUnits(Map<Integer, Rational> units, Map<Integer, Rational> presence, Rational dollar) {
    private static final String ROW = "units";
    private static final String BUDGET = "budget";
    private static final Rational ROUNDING = Rational.parse("1e-25");
    private static final Rational HALF = Rational.of(1, 2);

    /** Empty if no design that is worth anything has the item: it meets none of the requirements. */
    static Optional<ItemUnits> of(PricedItem item, DesignProblem problem) {
        LinearProgram free = program(item.at(problem, BigDecimal.ZERO));
        LinearProgram dear = program(item.at(problem, BigDecimal.ONE));
        Map<Integer, Rational> differences = new LinkedHashMap<>();
        for (int j = 0; j < free.costs().size(); j++) {
            Rational difference = dear.costs().get(j).minus(free.costs().get(j));
            if (difference.signum() > 0) {
                differences.put(j, difference);
            }
        }
        return differences.values().stream().reduce(Rational::min).map(least -> {
            // Whole numbers: with interest, prices are rounded to 34 digits, and so are their differences.
            differences.replaceAll((variable, difference) ->
                    Rational.of(difference.dividedBy(least).plus(HALF).floor()));
            return new ItemUnits(differences, presence(item, free, differences), least);
        });
    }

    private static Map<Integer, Rational> presence(
            PricedItem item, LinearProgram program, Map<Integer, Rational> units) {
        if (!(item.item() instanceof NetworkSwitch)) {
            return units;
        }
        Map<Integer, Rational> options = new LinkedHashMap<>();
        for (int j = 0; j < program.variables().size(); j++) {
            if (program.variables()
                    .get(j)
                    .name()
                    .startsWith("fabric(" + item.item().id() + ",")) {
                options.put(j, Rational.ONE);
            }
        }
        return options;
    }

    /** Not above what a dollar really adds, whatever was rounded. */
    Rational safeDollar() {
        return dollar.times(Rational.ONE.minus(ROUNDING));
    }

    private static LinearProgram program(DesignProblem problem) {
        return DesignFormulation.of(problem).program();
    }

    Rational count(List<Rational> point) {
        Rational sum = Rational.ZERO;
        for (Map.Entry<Integer, Rational> entry : units.entrySet()) {
            sum = sum.plus(entry.getValue().times(point.get(entry.getKey())));
        }
        return sum;
    }

    /** The problem at some price, with at least one unit. */
    LinearProgram withSome(LinearProgram program) {
        return limited(program, program, presence, Relation.GE, Rational.ONE);
    }

    /**
     * The problem at some price, with at most so many units.
     *
     * @param program the problem at that price
     * @param affordable the problem at the price whose budget counts
     */
    LinearProgram withAtMost(LinearProgram program, LinearProgram affordable, Rational count) {
        return limited(program, affordable, units, Relation.LE, count);
    }

    private static LinearProgram limited(
            LinearProgram program,
            LinearProgram affordable,
            Map<Integer, Rational> counted,
            Relation relation,
            Rational count) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < program.variables().size(); j++) {
            Variable variable = program.variables().get(j);
            builder.variable(variable).cost(variable.name(), program.costs().get(j));
        }
        builder.constant(program.constant());
        for (int row = 0; row < program.constraints().size(); row++) {
            String name = program.constraints().get(row).name();
            LinearProgram stated = name.equals(BUDGET) ? affordable : program;
            Constraint constraint = stated.constraints().get(row);
            builder.constraint(
                    name, stated.coefficients(constraint), constraint.relation(), constraint.rightHandSide());
        }
        Map<String, Rational> terms = new TreeMap<>();
        counted.forEach(
                (variable, each) -> terms.put(program.variables().get(variable).name(), each));
        builder.constraint(ROW, terms, relation, count);
        return builder.build();
    }
}
