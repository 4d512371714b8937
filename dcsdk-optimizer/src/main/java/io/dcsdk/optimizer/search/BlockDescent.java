package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.FixedProgram;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes points better part by part: all but one part stays as it is, and the small program that is left is searched; then the next
 * part, until none is found to bring anything, to an eighth of the gap and within some nodes. Parts are the blocks and the choices ("at most one of
 * these"; all that is in no block where there is none), each with what is no whole number and the numbers of units of what is in no
 * block. A block's minimum at the prices of a relaxation seldom fits what is left of a limit that blocks share, such as the
 * racks or the heat of a cooling system; this one does.
 */
final class BlockDescent {
    private static final long MOST_NODES = 12_000;
    private static final long MOST_NODES_OF_REST = 200;
    /** Of the gap that is asked for: how far from its best a part may end. */
    private static final Rational PART_OF_GAP = Rational.of(1, 8);

    private final LinearProgram program;
    private final MixedIntegerSolver solver;
    /** No whole number, or a number of units that is in no block: not what says yes or no. */
    private final boolean[] isNumber;
    /** No whole number of a block. */
    private final boolean[] isRest;

    /** The blocks, then the choices, the shortest first. */
    private final List<boolean[]> parts = new ArrayList<>();

    private final int blocks;
    /** Where the descent from a point ended. */
    private final Map<List<Rational>, List<Rational>> ends = new HashMap<>();

    private long nodes;

    BlockDescent(LinearProgram program, List<ProgramPart> blocks, MixedIntegerSolver solver) {
        this.program = program;
        this.solver = solver;
        this.blocks = blocks.size();
        isNumber = new boolean[program.variables().size()];
        isRest = new boolean[isNumber.length];
        Arrays.fill(isRest, true);
        blocks.forEach(block -> block.variables().forEach(j -> isRest[j] = !isWhole(j)));
        for (int j = 0; j < isNumber.length; j++) {
            isNumber[j] = isRest[j]
                    && (!isWhole(j) || program.variables().get(j).upper().compareTo(Rational.ONE) > 0);
        }
        for (ProgramPart block : blocks) {
            boolean[] isFree = isNumber.clone();
            block.variables().forEach(j -> isFree[j] = true);
            parts.add(isFree);
        }
        addChoices();
    }

    private boolean isWhole(int variable) {
        return program.variables().get(variable).integer();
    }

    /** Each choice with the numbers, and all that says yes or no and is in no other choice. */
    private void addChoices() {
        List<int[]> choices = new ArrayList<>(Choices.rows(Problem.of(program)));
        choices.sort(Comparator.comparingInt(choice -> choice.length));
        for (int[] choice : choices) {
            boolean[] isFree = isRest.clone();
            for (int[] other : choices) {
                if (other != choice) {
                    for (int j : other) {
                        isFree[j] = false;
                    }
                }
            }
            for (int j : choice) {
                isFree[j] = isRest[j];
            }
            parts.add(isFree);
        }
        if (choices.isEmpty()) {
            parts.add(isRest);
        }
    }

    /**
     * A feasible point with the values that blocks have, if one is found: with the choices that the values make or, if need be, with another
     * alternative of one of them.
     *
     * @param values one for each variable; those that are in no block need not be feasible
     * @param limits of all searches together
     */
    Optional<List<Rational>> completed(List<Rational> values, SolveLimits limits, StopSignal stop) {
        long before = nodes;
        Optional<List<Rational>> found =
                search(isNumber, values, false, some(limits, before, MOST_NODES_OF_REST), stop);
        for (int k = blocks; k < parts.size() && found.isEmpty() && isLeft(limits, before, stop); k++) {
            found = search(parts.get(k), values, false, some(limits, before, MOST_NODES_OF_REST), stop);
        }
        return found;
    }

    private boolean isLeft(SolveLimits limits, long before, StopSignal stop) {
        return nodes - before < limits.nodes() && !stop.getAsBoolean();
    }

    private SolveLimits some(SolveLimits limits, long before, long most) {
        return limits.withNodes(Math.max(1, Math.min(most, limits.nodes() - (nodes - before))));
    }

    /**
     * Descends from a point.
     *
     * @param point feasible
     * @param limits of all searches together
     * @return a point that is at least as good
     */
    List<Rational> from(List<Rational> point, SolveLimits limits, StopSignal stop) {
        List<List<Rational>> path = new ArrayList<>();
        List<Rational> best = point;
        long start = nodes;
        int fruitless = 0;
        boolean isLeft = isLeft(limits, start, stop);
        for (int k = 0; isLeft && fruitless < parts.size() && !ends.containsKey(best); k = (k + 1) % parts.size()) {
            List<Rational> before = best;
            List<Rational> better = search(parts.get(k), best, true, some(limits, start, MOST_NODES), stop)
                    .filter(found -> program.objective(found).compareTo(program.objective(before)) < 0)
                    .orElse(before);
            path.add(best);
            fruitless = better.equals(best) ? fruitless + 1 : 1;
            best = better;
            isLeft = isLeft(limits, start, stop);
        }
        if (!isLeft) {
            return best; // cut short: no end
        }
        List<Rational> last = ends.getOrDefault(best, best);
        path.forEach(passed -> ends.put(passed, last));
        return last;
    }

    /** How many nodes all searches have looked at. */
    long nodes() {
        return nodes;
    }

    /** The best that goes with all values that are not free, from the values themselves if they are feasible. */
    private Optional<List<Rational>> search(
            boolean[] isFree, List<Rational> values, boolean isPoint, SolveLimits limits, StopSignal stop) {
        Optional<FixedProgram> fixed = FixedProgram.of(program, values, j -> isFree[j]);
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        LinearProgram small = fixed.get().program();
        if (small.variables().isEmpty()) {
            return Optional.of(fixed.get().widened(List.of())).filter(program::isFeasible);
        }
        SolveLimits some = limits.withRelativeGap(limits.relativeGap().times(PART_OF_GAP))
                .withKeepProof(false)
                .withDeadline(stop.timeLeft());
        SolveResult found =
                isPoint ? solver.solveFrom(small, some, fixed.get().narrowed(values)) : solver.solve(small, some);
        nodes += Math.max(1, found.nodes()); // one that ends before its tree is one as well
        return found.point().map(fixed.get()::widened).filter(program::isFeasible);
    }
}
