package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Follows the proofs of a certificate with lemmas. Each lemma is proven from the program and from what the lemmas before it
 * say, so they can be followed in any order and at the same time, one on each thread; all threads follow the proof that uses them. The first flaw in the order of the lemmas is the one that
 * is named, however many threads there are.
 */
final class LemmaCheck {
    private final LinearProgram program;
    private final Certificate certificate;
    private final LongPredicate cancelled;
    private final AtomicLong followed = new AtomicLong();

    LemmaCheck(LinearProgram program, Certificate certificate, LongPredicate cancelled) {
        this.program = program;
        this.certificate = certificate;
        this.cancelled = cancelled;
    }

    /** Why the proofs do not hold or were not followed to their end; empty if they hold. */
    Optional<CheckResult> obstacle(int threads) {
        Optional<CheckResult> ofLemmas = ofLemmas(threads);
        return ofLemmas.isPresent() ? ofLemmas : ofProof(threads);
    }

    private Optional<CheckResult> ofLemmas(int threads) {
        int count = certificate.lemmas().size();
        List<Optional<CheckResult>> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            found.add(Optional.empty());
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger worst = new AtomicInteger(count);
        Crew.run(Math.min(threads, count), () -> {
            for (int k = next.getAndIncrement(); k < count && k < worst.get(); k = next.getAndIncrement()) {
                Optional<CheckResult> obstacle = ofLemma(k);
                if (obstacle.isPresent()) {
                    int at = k;
                    synchronized (found) {
                        found.set(k, obstacle);
                    }
                    worst.accumulateAndGet(at, Math::min);
                }
            }
        });
        synchronized (found) {
            // A cancelled check says nothing, wherever it was.
            return found.stream()
                    .flatMap(Optional::stream)
                    .filter(CheckResult.Cancelled.class::isInstance)
                    .findFirst()
                    .or(() -> found.stream().flatMap(Optional::stream).findFirst());
        }
    }

    private Optional<CheckResult> ofLemma(int k) {
        Lemma lemma = certificate.lemmas().get(k);
        return obstacle(
                        k,
                        lemma.terms(),
                        Rational.ZERO,
                        lemma.conditions(),
                        lemma.proof(),
                        Optional.of(lemma.rightHandSide()),
                        1)
                .map(found -> found instanceof CheckResult.Rejected rejected
                        ? new CheckResult.Rejected("Lemma " + k + ": " + rejected.reason())
                        : found);
    }

    private Optional<CheckResult> ofProof(int threads) {
        List<Term> costs = new ArrayList<>();
        for (int j = 0; j < program.costs().size(); j++) {
            if (!program.costs().get(j).isZero()) {
                costs.add(new Term(j, program.costs().get(j)));
            }
        }
        return obstacle(
                certificate.lemmas().size(),
                costs,
                program.constant(),
                List.of(),
                certificate.proof(),
                certificate.bound(),
                threads);
    }

    private Optional<CheckResult> obstacle(
            int before,
            List<Term> objective,
            Rational constant,
            List<Condition> conditions,
            ProofTree tree,
            Optional<Rational> bound,
            int threads) {
        try {
            ScopedProof.Scope scope = ScopedProof.of(
                    program, certificate.lemmas().subList(0, before), objective, constant, conditions, tree);
            return new ProofWalk(
                            scope.scaled(),
                            bound.map(value -> new Claim(scope.scaled().program, value)),
                            scope.tree(),
                            ignored -> cancelled.test(followed.getAndIncrement()))
                    .obstacle(threads);
        } catch (ScopedProof.Flaw flaw) {
            return Optional.of(new CheckResult.Rejected(String.valueOf(flaw.getMessage())));
        }
    }
}
