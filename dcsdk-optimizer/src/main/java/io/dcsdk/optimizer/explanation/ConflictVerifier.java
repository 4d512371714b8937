package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.plan.ProvenConflict;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/** Checks that a conflict of any source cannot hold, from the problem and the proof alone: no solver takes part. */
public final class ConflictVerifier {
    private ConflictVerifier() {}

    /**
     * Whether the proof shows that the members of a conflict cannot hold together.
     *
     * @param problem the problem, with its catalogue
     * @param conflict a conflict, perhaps read from a file
     * @return true if it is proven
     */
    public static boolean accepts(DesignProblem problem, ConflictExplanation conflict) {
        DesignFormulation formulation = DesignFormulation.of(problem);
        Set<String> members = new LinkedHashSet<>(conflict.names());
        if (!formulation.requirementOfRow().values().containsAll(members)) {
            return false;
        }
        try {
            return conflict.beaten().isPresent()
                    ? beats(formulation, members, conflict.beaten().get(), conflict)
                    : isEmpty(formulation, members, conflict);
        } catch (ItemException malformed) {
            return false;
        }
    }

    private static boolean isEmpty(DesignFormulation formulation, Set<String> members, ConflictExplanation conflict) {
        LinearProgram program = formulation.program();
        Certificate certificate = conflict.proof().read(program);
        return certificate.verdict() == Certificate.Verdict.INFEASIBLE
                && members.containsAll(ProvenConflict.requirements(formulation, certificate))
                && new CertificateChecker(program).check(certificate).isAccepted();
    }

    private static boolean beats(
            DesignFormulation formulation, Set<String> members, String limit, ConflictExplanation conflict) {
        if (!members.contains(limit) || !Feasibility.isDirection(limit)) {
            return false;
        }
        LinearProgram program =
                PartialProgram.towards(formulation, members, limit).program();
        Certificate certificate =
                ConflictProof.boundOnly(withoutPoint(conflict.proof()).read(program));
        Rational most = formulation
                .program()
                .constraints()
                .get(PartialProgram.row(formulation, limit))
                .rightHandSide();
        return certificate.bound().filter(bound -> bound.compareTo(most) > 0).isPresent()
                && new CertificateChecker(program).check(certificate).isAccepted();
    }

    /** A saved plan has a point with every bound; a bound alone is read as what has none. */
    private static CertificateDocument withoutPoint(CertificateDocument saved) {
        return new CertificateDocument(saved.digest(), "infeasible", new TreeMap<>(), saved.bound(), saved.proof());
    }
}
