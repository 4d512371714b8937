package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A program in blocks that are joined by rows over their choices alone.
 *
 * <pre>
 *   minimise  constant + Σ_s c_s x_s
 *   A_s x_s {&lt;=, =, >=} b_s       the rows of block s
 *   Σ_s D_s y_s {&lt;=, =, >=} d     joint rows, y_s the choices among x_s
 * </pre>
 *
 * <p>For any multipliers pi of the joint rows, of the right sign, {@code constant + pi d + Σ_s min (c_s x_s − pi D_s y_s)} is a lower
 * bound; the best one is the optimum of choosing, for each block, a convex combination of its choices with what they cost at least
 * (Dantzig and Wolfe 1960). It is far better than that of the linear relaxation where each block has fixed costs and whole
 * units, and the block searches that it takes are small.
 */
public final class Decomposition {
    private static final int MOST_BITS = 30;

    final LinearProgram program;
    final List<BlockModel> models;
    final List<JointRow> jointRows;

    private Decomposition(LinearProgram program, List<BlockModel> models, List<JointRow> jointRows) {
        this.program = program;
        this.models = List.copyOf(models);
        this.jointRows = List.copyOf(jointRows);
    }

    /**
     * Takes a program apart.
     *
     * @param program the program
     * @param blocks every variable of it is in one of them
     * @return the decomposition; empty if there are not at least two blocks, a block has no choice, some row joins blocks by more than
     *     their choices, or a choice is not a whole number between −2^30 and 2^30 − 1
     */
    public static Optional<Decomposition> of(LinearProgram program, List<Block> blocks) {
        int[] blockOf = new int[program.variables().size()];
        boolean[] isChoice = new boolean[blockOf.length];
        Arrays.fill(blockOf, -1);
        List<List<Integer>> rowsOf = new ArrayList<>();
        for (int s = 0; s < blocks.size(); s++) {
            rowsOf.add(new ArrayList<>());
            for (int j : blocks.get(s).variables()) {
                blockOf[j] = s;
            }
            for (int j : blocks.get(s).choices()) {
                isChoice[j] = true;
            }
        }
        boolean isWhole = blocks.size() > 1
                && blocks.stream().noneMatch(block -> block.choices().isEmpty());
        for (int j = 0; j < blockOf.length; j++) {
            isWhole &= blockOf[j] >= 0
                    && (!isChoice[j] || isSmall(program.variables().get(j)));
        }
        if (!isWhole) {
            return Optional.empty();
        }
        List<JointRow> joint = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            Constraint constraint = program.constraints().get(row);
            List<Term> terms = constraint.terms();
            boolean isOwn = !terms.isEmpty()
                    && terms.stream()
                            .allMatch(term -> blockOf[term.variable()]
                                    == blockOf[terms.get(0).variable()]);
            if (isOwn) {
                rowsOf.get(blockOf[terms.get(0).variable()]).add(row);
            } else if (terms.stream().allMatch(term -> isChoice[term.variable()])) {
                joint.add(new JointRow(row, constraint.relation(), constraint.rightHandSide()));
            } else {
                return Optional.empty();
            }
        }
        List<BlockModel> models = new ArrayList<>();
        for (int s = 0; s < blocks.size(); s++) {
            models.add(new BlockModel(program, blocks.get(s), rowsOf.get(s), joint));
        }
        return Optional.of(new Decomposition(program, models, joint));
    }

    /** Bounds of choices are searched as ints, their differences, too. */
    private static boolean isSmall(Variable choice) {
        return choice.integer()
                && choice.lower().floor().bitLength() <= MOST_BITS
                && choice.upper().floor().bitLength() <= MOST_BITS;
    }

    /**
     * Solves the program.
     *
     * @param engine solves relaxations; its answers are not trusted
     * @param limits time, gap and threads; a proof is always kept
     * @param listener told now and then where the search stands
     * @param start a feasible point, if one is known
     * @return the best point with a bound and its proof; empty if no point was found
     */
    public Optional<DecomposedResult> solve(
            LpEngine engine, SolveLimits limits, ProgressListener listener, Optional<List<Rational>> start) {
        try (Workers workers = new Workers(limits.threads())) {
            return new DecomposedSearch(this, engine, limits, listener, workers).solve(start);
        }
    }
}
