package io.dcsdk.benchmarks;

import io.dcsdk.design.Outcome;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A problem's certificate and saved plan, for the benchmarks of the checkers. */
@State(Scope.Benchmark)
public class SolvedInstance {
    private @Nullable Certificate certificate;
    private @Nullable String saved;

    /**
     * Solves the problem once; not part of what is measured.
     *
     * @param instance the problem
     */
    @Setup(Level.Trial)
    public void setUp(ProblemInstance instance) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(instance.problem(), SolveLimits.defaults());
        certificate = Proven.optimum(outcome, instance.problem()).proof();
        saved = Documents.toJson(PlanDocument.of(outcome, instance.problem()).orElseThrow());
    }

    Certificate certificate() {
        return Objects.requireNonNull(certificate);
    }

    String saved() {
        return Objects.requireNonNull(saved);
    }
}
