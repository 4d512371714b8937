package io.dcsdk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A problem of fifty items, large enough that its proof needs lemmas: as a plan, as a file, and read again. */
final class LemmaPlanTest {
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withThreads(2).withDeadline(Duration.ofMinutes(10));

    @Test
    void aPlanWithLemmasIsSavedAndVerifiedWithoutASolver() {
        DesignProblem problem = SyntheticProblems.of(50, DemandSize.SMALL, 2);
        Outcome<Certificate> outcome = DesignOptimizer.standard()
                .solve(problem, SolveLimits.defaults().withThreads(2).withDeadline(Duration.ofMinutes(10)));
        Certificate certificate = Proven.optimum(outcome, problem).proof();
        assertFalse(certificate.lemmas().isEmpty());

        SolveResult without = new MixedIntegerSolver(new OjAlgoEngine())
                .solve(DesignFormulation.of(problem).program(), LIMITS);
        long leaves = without.proof().orElseThrow().leaves();
        assertTrue(3 * certificate.leaves() < leaves, certificate.leaves() + " leaves, without lemmas " + leaves);

        String saved = Documents.toJson(PlanDocument.of(outcome, problem).orElseThrow());
        PlanDocument read = Documents.read(saved, "plan.json", DocumentFormat.JSON, PlanDocument.class);
        assertEquals(saved, Documents.toJson(read));
        Verification verified = PlanVerifier.verify(read);
        assertTrue(verified.accepted(), verified::toString);
    }
}
