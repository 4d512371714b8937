package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.search.Progress;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One problem planned once, with where the time went. Times are wall-clock seconds.
 *
 * @param items how many items can be counted in a plan
 * @param demand how much is asked for
 * @param seed which of the random problems
 * @param outcome {@code optimal}, {@code feasible} or {@code out-of-time}
 * @param variables variables of the algebra
 * @param rows constraints of the algebra
 * @param nodes nodes of the search
 * @param proofLeaves pieces that the proof cuts the problem into; 0 without a proof
 * @param gap the proven relative gap; empty without a plan
 * @param solve problem to certified plan: all but verify, and what assembling the plan takes
 * @param formulate problem to algebra, measured again by itself
 * @param search the search by its own clock, up to its last report
 * @param check the exact check of the certificate, measured again by itself; 0 without a proof
 * @param verify reading the saved plan and checking it, which is not part of solve; 0 without a plan
 */
public record PlanningRun(
        int items,
        DemandSize demand,
        long seed,
        String outcome,
        int variables,
        int rows,
        long nodes,
        long proofLeaves,
        Optional<Double> gap,
        double solve,
        double formulate,
        double search,
        double check,
        double verify) {
    /**
     * Plans a problem and takes the times.
     *
     * @param items how many items can be counted in a plan, 10 to 1000
     * @param demand how much is asked for
     * @param seed any number
     * @param limits time, gap and threads
     * @return the times
     * @throws IllegalStateException if the certificate or the saved plan is not accepted, which is a fault of the SDK
     */
    public static PlanningRun of(int items, DemandSize demand, long seed, SolveLimits limits) {
        DesignProblem problem = SyntheticProblems.of(items, demand, seed);
        List<Progress> reports = new ArrayList<>();
        long start = System.nanoTime();
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, limits, reports::add);
        double solve = secondsSince(start);

        start = System.nanoTime();
        LinearProgram program = DesignFormulation.of(problem).program();
        double formulate = secondsSince(start);

        Optional<Certificate> certificate = certificate(outcome);
        start = System.nanoTime();
        boolean holds = certificate
                .map(proof -> new CertificateChecker(program).check(proof).isAccepted())
                .orElse(true);
        double check = certificate.isPresent() ? secondsSince(start) : 0;

        Optional<String> saved = PlanDocument.of(outcome, problem).map(Documents::toJson);
        start = System.nanoTime();
        boolean verified = saved.map(PlanningRun::isVerified).orElse(true);
        double verify = saved.isPresent() ? secondsSince(start) : 0;
        if (!holds || !verified) {
            throw new IllegalStateException("%s of problem %s: was rejected\nMaybe this is a fault of the SDK."
                    .formatted(holds ? "Saved plan" : "Certificate", problem.name()));
        }
        Progress last = reports.get(reports.size() - 1);
        return new PlanningRun(
                items,
                demand,
                seed,
                name(outcome),
                program.variables().size(),
                program.constraints().size(),
                last.nodes(),
                certificate.map(proof -> proof.leaves()).orElse(0L),
                outcome.plan().map(plan -> plan.gap().base().doubleValue()),
                solve,
                formulate,
                last.seconds(),
                check,
                verify);
    }

    private static boolean isVerified(String saved) {
        return PlanVerifier.verify(Documents.read(saved, "saved plan", DocumentFormat.JSON, PlanDocument.class))
                .accepted();
    }

    private static Optional<Certificate> certificate(Outcome<Certificate> outcome) {
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            return Optional.of(optimal.proof());
        }
        return outcome instanceof Outcome.Feasible<Certificate> feasible
                ? Optional.of(feasible.proof())
                : Optional.empty();
    }

    private static String name(Outcome<Certificate> outcome) {
        if (outcome instanceof Outcome.Optimal) {
            return "optimal";
        }
        return outcome instanceof Outcome.Feasible ? "feasible" : "out-of-time";
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
