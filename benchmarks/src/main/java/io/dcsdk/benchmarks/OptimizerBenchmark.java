package io.dcsdk.benchmarks;

import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a problem to a certified plan, whole and by phase: {@link #solve} is what a user waits for and holds
 * {@link #formulate}, the search ({@link SolverBenchmark}) and {@link #checkCertificate}; {@link #verifySavedPlan} is what
 * somebody else pays to check the saved plan.
 *
 * <p>Gap 1e-4, one thread, 60 s. An outcome that is not optimal fails its benchmark; run with {@code -foe true} to stop
 * at the first. Nodes and gaps are in {@link OptimizerReport}: JMH sums its counters over iterations.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OptimizerBenchmark {
    /**
     * Problem to certified plan.
     *
     * @param instance the problem
     * @return the outcome, always optimal
     */
    @Benchmark
    public Outcome<Certificate> solve(ProblemInstance instance) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(instance.problem(), SolveLimits.defaults());
        return Proven.optimum(outcome, instance.problem());
    }

    /**
     * Problem to algebra.
     *
     * @param instance the problem
     * @return the algebra
     */
    @Benchmark
    public DesignFormulation formulate(ProblemInstance instance) {
        return DesignFormulation.of(instance.problem());
    }

    /**
     * The exact check of the certificate, as every solve ends with it.
     *
     * @param instance the problem
     * @param solved its certificate
     * @return the verdict, always accepted
     */
    @Benchmark
    public CheckResult checkCertificate(ProblemInstance instance, SolvedInstance solved) {
        CheckResult result = new CertificateChecker(instance.program()).check(solved.certificate());
        if (!result.isAccepted()) {
            throw new IllegalStateException(
                    "Certificate (%s) of problem %s: was rejected\nMaybe this is a fault of the SDK."
                            .formatted(result, instance.problem().name()));
        }
        return result;
    }

    /**
     * The independent check of the saved plan, from its JSON on.
     *
     * @param solved the saved plan
     * @return the verdict, always accepted
     */
    @Benchmark
    public Verification verifySavedPlan(SolvedInstance solved) {
        Verification verification = PlanVerifier.verify(
                Documents.read(solved.saved(), "saved plan", DocumentFormat.JSON, PlanDocument.class));
        if (!verification.accepted()) {
            throw new IllegalStateException("Saved plan (%s): was rejected\nMaybe this is a fault of the SDK."
                    .formatted(verification.message()));
        }
        return verification;
    }
}
