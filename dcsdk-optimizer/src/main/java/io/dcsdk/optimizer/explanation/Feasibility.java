package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.explanation.ConflictFilter.Answer;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.Patience;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether some of a problem's requirements and limits can hold together. Every point is checked exactly by the search, every
 * proof by {@link CertificateChecker} here; both hold whatever the engine did.
 */
final class Feasibility {
    private static final Rational ANY_POINT = Rational.of(1, 2);
    /** Limits of sums over all that is chosen. */
    private static final List<String> DIRECTIONS = List.of("budget", "site-power");
    /** A proof that is cut short might no longer reach beyond the limit. */
    private static final Patience WHOLE_PROOF = new Patience(1, Duration.ofDays(1));

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

    /** Whether a search can go towards a limit: it is one of a sum over all that is chosen. */
    static boolean isDirection(String limit) {
        return DIRECTIONS.contains(limit);
    }

    /** Asks the linear relaxation: one engine call. A yes says nothing about whole numbers. */
    Answer<ConflictProof> ofRelaxation(Set<String> requirements) {
        PartialProgram part = PartialProgram.of(formulation, requirements);
        LinearProgram program = part.program();
        LpAnswer answer = ask(program);
        if (answer.status() == LpAnswer.Status.OPTIMAL) {
            return new Answer.Possible<>(Optional.empty());
        }
        double[] values = answer.multipliers();
        if (answer.status() != LpAnswer.Status.INFEASIBLE
                || values.length != program.constraints().size()) {
            return new Answer.Open<>();
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

    /**
     * Asks the search, with whole numbers. With a budget or a limit of power among the requirements it looks for the least cost
     * or power under the others, and ends once that is known to be below the limit or above it: a search with a direction
     * mostly finds points sooner, and proves sooner that there are none, than one without, which gets half of the time.
     */
    Answer<ConflictProof> of(Set<String> requirements, SolveLimits limits) {
        for (String limit : DIRECTIONS) {
            if (requirements.contains(limit)) {
                Duration half = limits.deadline().dividedBy(2).plusNanos(1);
                SolveLimits some = limits.withDeadline(half).withKeepProof(true);
                Answer<ConflictProof> answer = towards(limit, requirements, some);
                return answer instanceof Answer.Open<ConflictProof>
                                && !limits.cancelled().getAsBoolean()
                        ? anywhere(requirements, some)
                        : answer;
            }
        }
        return anywhere(requirements, limits);
    }

    private Answer<ConflictProof> anywhere(Set<String> requirements, SolveLimits limits) {
        PartialProgram part = PartialProgram.of(formulation, requirements);
        SolveLimits first = limits.withKeepProof(true).withRelativeGap(ANY_POINT);
        SolveResult result = new MixedIntegerSolver(engine).solve(part.program(), first);
        if (result.termination() == Termination.INFEASIBLE) {
            return proven(part, result.certificate(part.program()).orElseThrow(), limits.threads());
        }
        return result.point().isEmpty() ? new Answer.Open<>() : possible(part, result);
    }

    private static Answer<ConflictProof> possible(PartialProgram part, SolveResult result) {
        if (!part.program().isFeasible(result.point().orElseThrow())) {
            throw new IllegalStateException(
                    "point of the search: it breaks a row\nMaybe this is a fault of the SDK; please report it.");
        }
        return new Answer.Possible<>(result.point());
    }

    private Answer<ConflictProof> towards(String limit, Set<String> requirements, SolveLimits limits) {
        PartialProgram part = PartialProgram.towards(formulation, requirements, limit);
        Rational most = formulation
                .program()
                .constraints()
                .get(PartialProgram.row(formulation, limit))
                .rightHandSide();
        double above = Math.nextUp(most.doubleValue());
        AtomicBoolean isSettled = new AtomicBoolean();
        SolveResult result = new MixedIntegerSolver(engine, WHOLE_PROOF)
                .solve(
                        part.program(),
                        limits.withRelativeGap(Rational.ZERO)
                                .withCancellation(() ->
                                        isSettled.get() || limits.cancelled().getAsBoolean()),
                        progress -> isSettled.set(progress.bound() > above
                                || progress.incumbent()
                                        .filter(best -> best.compareTo(most) <= 0)
                                        .isPresent()));
        if (result.termination() == Termination.INFEASIBLE) {
            return proven(part, result.certificate(part.program()).orElseThrow(), limits.threads());
        }
        if (result.objective().filter(least -> least.compareTo(most) <= 0).isPresent()) {
            return possible(part, result);
        }
        if (result.bound().filter(bound -> bound.compareTo(most) > 0).isEmpty()) {
            return new Answer.Open<>();
        }
        return ConflictProof.beating(
                        formulation,
                        part,
                        limit,
                        result.certificate(part.program()).orElseThrow(),
                        limits.threads())
                .<Answer<ConflictProof>>map(proof -> new Answer.Impossible<>(proof, result.point()))
                .orElseGet(Answer.Open::new);
    }

    private Answer<ConflictProof> proven(PartialProgram part, Certificate proof, int threads) {
        Certificate whole = part.movedTo(proof, digest, row -> row);
        return checker.check(whole, threads, followed -> false).isAccepted()
                ? new Answer.Impossible<>(ConflictProof.of(formulation, whole), Optional.empty())
                : new Answer.Open<>();
    }
}
