package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether some of a problem's requirements and limits can hold together. Every point is checked exactly by the search, every
 * proof by {@link CertificateChecker} here; both hold whatever the engine did.
 */
final class Feasibility {
    /** What was found. */
    sealed interface Answer {
        /** They can: at this point, or, where no point is given, as far as the linear relaxation can tell. */
        record Possible(Optional<List<Rational>> point) implements Answer {}

        /** They cannot: a proof over the whole program that uses rows of these requirements only. */
        record Impossible(Certificate proof) implements Answer {}

        /** It was not settled. */
        record Open() implements Answer {}
    }

    private static final Rational ANY_POINT = Rational.of(1, 2);

    private final LpEngine engine;
    private final DesignFormulation formulation;
    private final String digest;
    private final CertificateChecker checker;

    Feasibility(LpEngine engine, DesignFormulation formulation) {
        this.engine = engine;
        this.formulation = formulation;
        this.digest = formulation.program().digest();
        this.checker = new CertificateChecker(formulation.program());
    }

    /** Asks the linear relaxation: one engine call. A yes says nothing about whole numbers. */
    Answer ofRelaxation(Set<String> requirements) {
        PartialProgram part = PartialProgram.of(formulation, requirements);
        LinearProgram program = part.program();
        LpAnswer answer = ask(program);
        if (answer.status() == LpAnswer.Status.OPTIMAL) {
            return new Answer.Possible(Optional.empty());
        }
        double[] values = answer.multipliers();
        if (answer.status() != LpAnswer.Status.INFEASIBLE
                || values.length != program.constraints().size()) {
            return new Answer.Open();
        }
        List<Multiplier> multipliers = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            if (values[row] != 0 && Double.isFinite(values[row])) {
                Rational value = Rational.ofExactly(values[row]);
                if (program.constraints().get(row).relation().admits(value)) {
                    multipliers.add(new Multiplier(row, value));
                }
            }
        }
        return proven(
                part,
                new Certificate(
                        digest,
                        Certificate.Verdict.INFEASIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        new ProofTree(List.of(new ProofNode.Infeasible(multipliers)))),
                1);
    }

    private LpAnswer ask(LinearProgram program) {
        double[] lower = program.variables().stream()
                .mapToDouble(variable -> variable.lower().doubleValue())
                .toArray();
        double[] upper = program.variables().stream()
                .mapToDouble(variable -> variable.upper().doubleValue())
                .toArray();
        try {
            return engine.open(LpMatrix.of(program)).solve(lower, upper, true);
        } catch (RuntimeException brokenEngine) {
            return LpAnswer.unknown(); // the port forbids it, and the verdict must not depend on it
        }
    }

    /** Asks the search, with whole numbers. */
    Answer of(Set<String> requirements, SolveLimits limits) {
        PartialProgram part = PartialProgram.of(formulation, requirements);
        SolveLimits first = limits.withKeepProof(true).withRelativeGap(ANY_POINT);
        SolveResult result = new MixedIntegerSolver(engine).solve(part.program(), first);
        if (result.termination() == Termination.INFEASIBLE) {
            return proven(part, result.certificate(part.program()).orElseThrow(), limits.threads());
        }
        if (result.point().isEmpty()) {
            return new Answer.Open();
        }
        if (!part.program().isFeasible(result.point().get())) {
            throw new IllegalStateException(
                    "point of the search: it breaks a row\nMaybe this is a fault of the SDK; please report it.");
        }
        return new Answer.Possible(result.point());
    }

    private Answer proven(PartialProgram part, Certificate proof, int threads) {
        Certificate whole = part.inWhole(proof, digest);
        return checker.check(whole, threads, followed -> false).isAccepted()
                ? new Answer.Impossible(whole)
                : new Answer.Open();
    }
}
