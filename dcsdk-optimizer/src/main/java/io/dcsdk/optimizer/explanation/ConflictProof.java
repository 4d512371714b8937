package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.plan.ProvenConflict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why requirements cannot hold together: either the whole program, of which the proof uses their rows only, has no point; or
 * under all others of them what one limit is a limit of is at least a bound that is above the limit.
 *
 * @param requirements those that the proof rests on
 * @param beaten the limit, in the second case
 * @param program what the certificate is for: the whole program, or {@link PartialProgram#towards} the limit
 * @param certificate checked
 */
record ConflictProof(Set<String> requirements, Optional<String> beaten, LinearProgram program, Certificate certificate)
        implements ConflictFilter.Proof {

    static ConflictProof of(DesignFormulation formulation, Certificate infeasible) {
        return new ConflictProof(
                ProvenConflict.requirements(formulation, infeasible),
                Optional.empty(),
                formulation.program(),
                infeasible);
    }

    /** From a bound above the limit; empty if the proof does not hold. */
    static Optional<ConflictProof> beating(
            DesignFormulation formulation, PartialProgram part, String limit, Certificate bounded, int threads) {
        Set<String> used = new LinkedHashSet<>();
        for (ProofNode node : bounded.proof().nodes()) {
            for (Multiplier multiplier : node.multipliers()) {
                int row = part.rows().get(multiplier.row());
                String name = formulation.program().constraints().get(row).name();
                Optional.ofNullable(formulation.requirementOfRow().get(name)).ifPresent(used::add);
            }
        }
        used.add(limit);
        PartialProgram less = PartialProgram.towards(formulation, used, limit);
        int[] places = new int[formulation.program().constraints().size()];
        for (int place = 0; place < less.rows().size(); place++) {
            places[less.rows().get(place)] = place;
        }
        Certificate moved = part.movedTo(bounded, less.program().digest(), row -> places[row]);
        Certificate certificate = boundOnly(moved);
        return new CertificateChecker(less.program())
                        .check(certificate, threads, followed -> false)
                        .isAccepted()
                ? Optional.of(new ConflictProof(used, Optional.of(limit), less.program(), certificate))
                : Optional.empty();
    }

    /** A point is no part of the argument. */
    static Certificate boundOnly(Certificate bounded) {
        return new Certificate(
                bounded.digest(),
                Certificate.Verdict.BOUND_ONLY,
                Optional.empty(),
                bounded.bound(),
                bounded.lemmas(),
                bounded.proof());
    }

    /** Whether no more than one combination of rows is needed: parts of items would not help either. */
    boolean isLinear() {
        List<ProofNode> nodes = certificate.proof().nodes();
        return nodes.size() == 1;
    }
}
