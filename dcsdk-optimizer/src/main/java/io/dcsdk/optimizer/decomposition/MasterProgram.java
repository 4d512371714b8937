package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which known choices of the blocks go together: the share of each is a variable from 0 to 1, the shares of a block sum to one, and
 * the joint rows hold, or are violated at a price. Its multipliers price the choices.
 */
final class MasterProgram {
    private final List<JointRow> jointRows;
    private final List<List<Configuration>> columns;
    private final LinearProgram program;
    private final int shares;

    private MasterProgram(
            List<JointRow> jointRows, List<List<Configuration>> columns, LinearProgram program, int shares) {
        this.jointRows = jointRows;
        this.columns = columns;
        this.program = program;
        this.shares = shares;
    }

    /**
     * The program that prices choices: each counts what it costs at least.
     *
     * @param columns by block, none of them known to be impossible
     * @param violation the price of violating a joint row by one
     */
    static MasterProgram pricing(List<JointRow> jointRows, List<List<Configuration>> columns, double violation) {
        return of(jointRows, columns, Optional.of(violation));
    }

    /**
     * The program that combines choices: each counts what its best known design costs, if it has one, and equations whose coefficients are
     * all above zero may be exceeded.
     *
     * @param columns by block, none of them known to be impossible
     */
    static MasterProgram covering(List<JointRow> jointRows, List<List<Configuration>> columns) {
        return of(jointRows, columns, Optional.empty());
    }

    private static MasterProgram of(
            List<JointRow> jointRows, List<List<Configuration>> columns, Optional<Double> violation) {
        boolean isCovering = violation.isEmpty();
        LinearProgram.Builder builder = LinearProgram.builder();
        List<Map<String, Rational>> joint = new ArrayList<>();
        jointRows.forEach(row -> joint.add(new HashMap<>()));
        List<Map<String, Rational>> sums = new ArrayList<>();
        int shares = 0;
        for (List<Configuration> ofBlock : columns) {
            Map<String, Rational> sum = new HashMap<>();
            for (Configuration configuration : ofBlock) {
                String name = "c" + shares++;
                builder.integer(name, 0, 1, cost(configuration, isCovering));
                sum.put(name, Rational.ONE);
                for (int c = 0; c < configuration.values.size(); c++) {
                    int value = configuration.values.get(c);
                    for (BlockModel.JointTerm term : configuration.model.joint.get(c)) {
                        if (value != 0) {
                            joint.get(term.row()).merge(name, term.exact().times(Rational.of(value)), Rational::plus);
                        }
                    }
                }
            }
            sums.add(sum);
        }
        for (int r = 0; r < jointRows.size(); r++) {
            JointRow row = jointRows.get(r);
            if (violation.isPresent()) {
                Rational price = Rational.of(BigDecimal.valueOf(violation.get()));
                if (row.relation() != Relation.LE) {
                    builder.continuous("missing" + r, Rational.ZERO, Rational.of(1_000_000), price);
                    joint.get(r).put("missing" + r, Rational.ONE);
                }
                if (row.relation() != Relation.GE) {
                    builder.continuous("excess" + r, Rational.ZERO, Rational.of(1_000_000), price);
                    joint.get(r).put("excess" + r, Rational.of(-1));
                }
            }
            boolean mayExceed = isCovering
                    && row.relation() == Relation.EQ
                    && joint.get(r).values().stream().allMatch(coefficient -> coefficient.signum() > 0);
            Relation relation = mayExceed ? Relation.GE : row.relation();
            builder.constraint("joint" + r, joint.get(r), relation, row.rightHandSide());
        }
        for (int s = 0; s < sums.size(); s++) {
            builder.constraint("block" + s, sums.get(s), Relation.EQ, Rational.ONE);
        }
        return new MasterProgram(jointRows, columns, builder.build(), shares);
    }

    private static Rational cost(Configuration configuration, boolean withDesigns) {
        return withDesigns && configuration.upper().isPresent()
                ? configuration.upper().get()
                : Rational.ofExactly(configuration.lower());
    }

    LinearProgram program() {
        return program;
    }

    /** The relaxation's answer. */
    static final class Solution {
        final double value;
        final double[] multipliers;
        final double[] targets;
        final List<List<Configuration>> support;
        final double[][] means;
        final double violation;

        Solution(
                double value,
                double[] multipliers,
                double[] targets,
                List<List<Configuration>> support,
                double[][] means,
                double violation) {
            this.value = value;
            this.multipliers = multipliers;
            this.targets = targets;
            this.support = support;
            this.means = means;
            this.violation = violation;
        }
    }

    /** Solves the relaxation: multipliers, the value of each block, what is taken of its choices, and their mean. */
    Optional<Solution> relax(LpEngine engine) {
        LpMatrix matrix = LpMatrix.of(program);
        double[] lower = new double[matrix.columns()];
        double[] upper = new double[matrix.columns()];
        for (int j = 0; j < upper.length; j++) {
            upper[j] = program.variables().get(j).upper().doubleValue();
        }
        LpAnswer answer = engine.open(matrix).solve(lower, upper, true);
        if (answer.status() != LpAnswer.Status.OPTIMAL || answer.point().length != upper.length) {
            return Optional.empty();
        }
        double value = 0;
        for (int j = 0; j < upper.length; j++) {
            value += matrix.cost(j) * answer.point()[j];
        }
        double[] multipliers = new double[jointRows.size()];
        for (int r = 0; r < multipliers.length; r++) {
            multipliers[r] = jointRows.get(r).cleaned(answer.multipliers()[r]);
        }
        double[] targets = new double[columns.size()];
        List<List<Configuration>> support = new ArrayList<>();
        double[][] means = new double[columns.size()][];
        int at = 0;
        for (int s = 0; s < columns.size(); s++) {
            targets[s] = answer.multipliers()[jointRows.size() + s];
            List<Configuration> taken = new ArrayList<>();
            means[s] = new double
                    [columns.get(s).isEmpty() ? 0 : columns.get(s).get(0).values.size()];
            for (Configuration configuration : columns.get(s)) {
                double share = answer.point()[at++];
                if (share > 1e-7) {
                    taken.add(configuration);
                    for (int c = 0; c < means[s].length; c++) {
                        means[s][c] += share * configuration.values.get(c);
                    }
                }
            }
            support.add(taken);
        }
        double violation = 0;
        for (int j = shares; j < upper.length; j++) {
            violation += answer.point()[j];
        }
        return Optional.of(new Solution(value, multipliers, targets, support, means, violation));
    }

    /** The choices of a whole point, by block. */
    List<Configuration> chosen(List<Rational> point) {
        List<Configuration> chosen = new ArrayList<>();
        int at = 0;
        for (List<Configuration> ofBlock : columns) {
            for (Configuration configuration : ofBlock) {
                if (point.get(at++).equals(Rational.ONE)) {
                    chosen.add(configuration);
                }
            }
        }
        return chosen;
    }
}
