package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program of one block, with the way back to the whole. Never changed. */
final class BlockModel {
    final Block block;
    /** The block's variables and rows with its costs, without the objective's constant. */
    final LinearProgram program;

    final LpMatrix matrix;
    /** The index in the whole program of each of its rows. */
    final int[] rows;
    /** The index in its own program of each choice. */
    final int[] choices;

    final boolean[] isChoice;
    final double[] lower;
    final double[] upper;
    /** For each choice, its terms in rows of several blocks. */
    final List<List<JointTerm>> joint = new ArrayList<>();

    /** A coefficient of a choice in a joint row. */
    record JointTerm(int row, double coefficient, Rational exact) {}

    BlockModel(LinearProgram whole, Block block, List<Integer> rowsOfBlock, List<JointRow> jointRows) {
        this.block = block;
        this.rows = rowsOfBlock.stream().mapToInt(row -> row).toArray();
        LinearProgram.Builder builder = LinearProgram.builder();
        Map<Integer, Integer> placeOf = new HashMap<>();
        for (int j : block.variables()) {
            placeOf.put(j, placeOf.size());
            builder.variable(whole.variables().get(j));
            builder.cost(whole.variables().get(j).name(), whole.costs().get(j));
        }
        for (int row : rows) {
            Constraint constraint = whole.constraints().get(row);
            Map<String, Rational> terms = new HashMap<>();
            for (Term term : constraint.terms()) {
                terms.put(whole.variables().get(term.variable()).name(), term.coefficient());
            }
            builder.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
        }
        program = builder.build();
        matrix = LpMatrix.of(program);
        choices = block.choices().stream()
                .mapToInt(choice -> placeOf.getOrDefault(choice, -1))
                .toArray();
        isChoice = new boolean[program.variables().size()];
        for (int choice : choices) {
            isChoice[choice] = true;
        }
        lower = new double[isChoice.length];
        upper = new double[isChoice.length];
        for (int j = 0; j < lower.length; j++) {
            // A box that is a little too large keeps every bound valid.
            lower[j] = Math.nextDown(program.variables().get(j).lower().doubleValue());
            upper[j] = Math.nextUp(program.variables().get(j).upper().doubleValue());
            if (program.variables().get(j).integer()) {
                lower[j] = program.variables().get(j).lower().doubleValue();
                upper[j] = program.variables().get(j).upper().doubleValue();
            } else if (program.variables().get(j).lower().isZero()) {
                lower[j] = 0;
            }
        }
        for (int choice : block.choices()) {
            List<JointTerm> terms = new ArrayList<>();
            for (int r = 0; r < jointRows.size(); r++) {
                for (Term term : whole.constraints().get(jointRows.get(r).row()).terms()) {
                    if (term.variable() == choice) {
                        terms.add(new JointTerm(r, term.coefficient().doubleValue(), term.coefficient()));
                    }
                }
            }
            joint.add(List.copyOf(terms));
        }
    }

    int size() {
        return choices.length;
    }

    /** The least value of each choice. */
    int[] leastChoices() {
        int[] least = new int[choices.length];
        for (int c = 0; c < least.length; c++) {
            least[c] = (int) lower[choices[c]];
        }
        return least;
    }

    /** The largest value of each choice. */
    int[] mostChoices() {
        int[] most = new int[choices.length];
        for (int c = 0; c < most.length; c++) {
            most[c] = (int) upper[choices[c]];
        }
        return most;
    }

    /** What a unit of each choice is paid at prices of the joint rows. */
    double[] pricesOf(double[] multipliers) {
        double[] prices = new double[choices.length];
        for (int c = 0; c < prices.length; c++) {
            for (JointTerm term : joint.get(c)) {
                prices[c] += term.coefficient() * multipliers[term.row()];
            }
        }
        return prices;
    }

    /** The block's program with the choices at these values. */
    LinearProgram at(List<Integer> values) {
        Map<Integer, Integer> fixed = new HashMap<>();
        for (int c = 0; c < choices.length; c++) {
            fixed.put(choices[c], values.get(c));
        }
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < program.variables().size(); j++) {
            Variable variable = program.variables().get(j);
            Integer value = fixed.get(j);
            builder.variable(
                    value == null
                            ? variable
                            : new Variable(variable.name(), Rational.of(value), Rational.of(value), true));
            builder.cost(variable.name(), program.costs().get(j));
        }
        for (Constraint constraint : program.constraints()) {
            Map<String, Rational> terms = new HashMap<>();
            for (Term term : constraint.terms()) {
                terms.put(program.variables().get(term.variable()).name(), term.coefficient());
            }
            builder.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
        }
        return builder.build();
    }
}
