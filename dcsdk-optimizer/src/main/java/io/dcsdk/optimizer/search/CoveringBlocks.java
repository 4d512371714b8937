package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the covering blocks of a program: variables of zero or more, whole numbers among them, that rows {@code Σ a_j x_j >= b}, all
 * {@code a_j} and {@code b} above zero, join, such as servers that give compute, memory and bandwidth, or storage that gives capacity and
 * rates. Alone, without what links it to the rest, a block is a small program whose minimum in whole numbers is far above that of its
 * relaxation. A variable that is no whole number may be what a requirement gives way by.
 */
final class CoveringBlocks {
    private CoveringBlocks() {}

    /** The blocks that are parts of a program and not all of it, in the order of their first rows. */
    static List<ProgramPart> of(LinearProgram program) {
        int[] parent = new int[program.variables().size()];
        for (int j = 0; j < parent.length; j++) {
            parent[j] = j;
        }
        List<Integer> covering = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            Constraint constraint = program.constraints().get(row);
            if (isCovering(program, constraint)) {
                covering.add(row);
                int first = constraint.terms().get(0).variable();
                for (Term term : constraint.terms()) {
                    parent[root(parent, term.variable())] = root(parent, first);
                }
            }
        }
        Map<Integer, List<Integer>> rowsOf = new HashMap<>();
        Map<Integer, Integer> rootOfFirst = new TreeMap<>();
        for (int row : covering) {
            int root =
                    root(parent, program.constraints().get(row).terms().get(0).variable());
            if (!rowsOf.containsKey(root)) {
                rootOfFirst.put(row, root);
            }
            rowsOf.computeIfAbsent(root, key -> new ArrayList<>()).add(row);
        }
        List<ProgramPart> blocks = new ArrayList<>();
        for (int root : rootOfFirst.values()) {
            List<Integer> variables = new ArrayList<>();
            for (int j = 0; j < parent.length; j++) {
                if (root(parent, j) == root) {
                    variables.add(j);
                }
            }
            if (variables.size() < parent.length
                    && variables.stream()
                            .anyMatch(j -> program.variables().get(j).integer())) {
                blocks.add(new ProgramPart(variables, rowsOf.getOrDefault(root, List.of())));
            }
        }
        return blocks;
    }

    private static boolean isCovering(LinearProgram program, Constraint constraint) {
        return constraint.relation() == Relation.GE
                && constraint.rightHandSide().signum() > 0
                && constraint.terms().size() > 1
                && constraint.terms().stream()
                        .allMatch(term -> term.coefficient().signum() > 0
                                && program.variables()
                                                .get(term.variable())
                                                .lower()
                                                .signum()
                                        >= 0);
    }

    private static int root(int[] parent, int j) {
        int at = j;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
