package io.dcsdk.optimizer.plan;

import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The requirements and limits that a proof of infeasibility rests on: nothing else takes part in the conflict. */
public final class ProvenConflict {
    private ProvenConflict() {}

    /**
     * The requirements and limits whose rows have a multiplier somewhere in a proof.
     *
     * @param formulation the problem as algebra
     * @param infeasible a proof that it is infeasible, or of a bound
     * @return their names, in the order of the proof; they cannot hold together, or there is nothing below the bound
     */
    public static Set<String> requirements(DesignFormulation formulation, Certificate infeasible) {
        return requirements(formulation.program(), formulation.requirementOfRow(), infeasible);
    }

    /**
     * The requirements and limits whose rows have a multiplier somewhere in a proof, or in that of a lemma that it uses.
     *
     * @param program what is infeasible
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name
     * @param infeasible a proof that it is infeasible, or of a bound
     * @return their names, in the order of the proof; they cannot hold together, or there is nothing below the bound
     */
    public static Set<String> requirements(
            LinearProgram program, Map<String, String> requirementOfRow, Certificate infeasible) {
        Set<String> names = new LinkedHashSet<>();
        for (int row : rows(program, infeasible)) {
            String owner = owner(program, requirementOfRow, row);
            if (!owner.isEmpty()) {
                names.add(owner);
            }
        }
        return names;
    }

    /**
     * The rows of a program that have a multiplier somewhere in a proof, or in that of a lemma that it uses.
     *
     * @param program what is infeasible
     * @param infeasible a proof that it is infeasible
     * @return their places among the program's constraints, in the order of the proof; lemmas are none of them
     */
    public static Set<Integer> rows(LinearProgram program, Certificate infeasible) {
        int own = program.constraints().size();
        Set<Integer> met = new LinkedHashSet<>();
        Deque<Integer> waiting = new ArrayDeque<>();
        ProofTree tree = infeasible.proof();
        while (true) {
            for (ProofNode node : tree.nodes()) {
                for (Multiplier multiplier : node.multipliers()) {
                    if (met.add(multiplier.row()) && multiplier.row() >= own) {
                        waiting.add(multiplier.row());
                    }
                }
            }
            if (waiting.isEmpty()) {
                met.removeIf(row -> row >= own);
                return met;
            }
            tree = infeasible.lemmas().get(waiting.remove() - own).proof();
        }
    }

    /**
     * The conflict that a proof proves.
     *
     * @param formulation the problem as algebra
     * @param infeasible a proof that it is infeasible
     * @return every row of {@link #requirements}, in the order of the program
     */
    public static List<Conflict> of(DesignFormulation formulation, Certificate infeasible) {
        return of(formulation.program(), formulation.requirementOfRow(), infeasible);
    }

    /**
     * The conflict that a proof proves.
     *
     * @param program what is infeasible
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name
     * @param infeasible a proof that it is infeasible
     * @return every row of {@link #requirements}, in the order of the program
     */
    public static List<Conflict> of(
            LinearProgram program, Map<String, String> requirementOfRow, Certificate infeasible) {
        Set<String> names = requirements(program, requirementOfRow, infeasible);
        List<Conflict> conflicts = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            String owner = owner(program, requirementOfRow, row);
            if (names.contains(owner)) {
                conflicts.add(new Conflict(owner, program.describe(row)));
            }
        }
        return conflicts;
    }

    private static String owner(LinearProgram program, Map<String, String> requirementOfRow, int row) {
        return requirementOfRow.getOrDefault(program.constraints().get(row).name(), "");
    }
}
