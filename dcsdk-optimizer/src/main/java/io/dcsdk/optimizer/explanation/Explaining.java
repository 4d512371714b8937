package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.ConflictFilter.Answer;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One explanation in the making. */
final class Explaining {
    /** Of the time that is left, for telling whether there is a design, and for reducing the conflict. */
    private static final double SHARE = 0.5;

    private final LpEngine engine;
    private final TimeBudget time;
    private final DesignFormulation formulation;
    private final RepairRules rules;
    private final Consumer<Explanation> listener;
    private final Map<String, StatedFigure> figures;
    private final StatedRequirements words;
    private final Feasibility feasibility;
    private final WitnessAudit audit;

    Explaining(
            LpEngine engine,
            DesignProblem problem,
            RepairRules rules,
            TimeBudget time,
            Consumer<Explanation> listener) {
        this.engine = engine;
        this.time = time;
        this.rules = rules;
        this.listener = listener;
        this.formulation = DesignFormulation.of(problem);
        this.figures = StatedFigures.of(formulation);
        this.words = new StatedRequirements(formulation, figures);
        this.feasibility = new Feasibility(engine, formulation);
        this.audit = new WitnessAudit(formulation);
        rules.requireKnown(allRequirements());
    }

    private Set<String> allRequirements() {
        return new LinkedHashSet<>(formulation.requirementOfRow().values());
    }

    Explanation explain() {
        Draft draft = new Draft(formulation);
        Answer<ConflictProof> relaxed = feasibility.ofRelaxation(allRequirements());
        Optional<ConflictProof> proof = Optional.empty();
        if (relaxed instanceof Answer.Impossible<ConflictProof> impossible) {
            ConflictFilter.Reduced<ConflictProof> reduced =
                    reduced(impossible.proof(), (set, open) -> feasibility.ofRelaxation(set));
            draft.conflict = Optional.of(conflict(reduced));
            listener.accept(draft.explanation());
            proof = Optional.of(reduced.proof());
        } else {
            Answer<ConflictProof> answer =
                    feasibility.of(allRequirements(), time.part(SHARE).limits(0));
            if (answer instanceof Answer.Possible<ConflictProof> possible) {
                draft.design = Optional.of(design(possible.point().orElseThrow()));
                return draft.explanation();
            }
            if (answer instanceof Answer.Impossible<ConflictProof> impossible) {
                proof = Optional.of(impossible.proof());
            }
        }
        if (proof.isEmpty()) {
            return draft.explanation();
        }
        TimeBudget filtering = time.part(SHARE);
        ConflictFilter.Reduced<ConflictProof> reduced = reduced(
                proof.get(),
                (set, open) -> filtering.isOver() ? new Answer.Open<>() : feasibility.of(set, filtering.limits(open)));
        draft.conflict = Optional.of(conflict(reduced));
        listener.accept(draft.explanation());
        RepairFinder finder = new RepairFinder(engine, formulation, audit, figures, rules);
        new Repairs(engine, finder, time, draft, listener)
                .find(reduced.witnesses().values());
        return draft.explanation();
    }

    private ConflictFilter.Reduced<ConflictProof> reduced(
            ConflictProof proof, ConflictFilter.Question<ConflictProof> question) {
        return new ConflictFilter<>(
                        formulation.program(), formulation.requirementOfRow(), audit::trimmed, proof, question)
                .run();
    }

    private ConflictExplanation conflict(ConflictFilter.Reduced<ConflictProof> reduced) {
        Set<String> members = new LinkedHashSet<>(reduced.members());
        List<ConflictMember> list = reduced.members().stream()
                .map(name -> new ConflictMember(
                        words.of(name),
                        Optional.ofNullable(reduced.witnesses().get(name))
                                .map(point -> withoutOne(point, members, name))))
                .toList();
        ConflictProof proof = reduced.proof();
        return new ConflictExplanation(
                proof.isLinear(), list, proof.beaten(), CertificateDocument.of(proof.certificate(), proof.program()));
    }

    private Witness withoutOne(List<Rational> point, Set<String> members, String name) {
        Set<String> allowed = allRequirements();
        allowed.removeAll(members);
        allowed.add(name);
        return audit.allowedToBreak(point, allowed);
    }

    /** The best design that the time allows; the one at hand, if there is no time for another. */
    private FeasibleDesign design(List<Rational> feasible) {
        Outcome<Certificate> outcome = DesignOptimizer.over(engine).solve(formulation.problem(), time.limits(0));
        Optional<FeasibleDesign> best = outcome.plan()
                .map(plan -> new FeasibleDesign(
                        plan.selection(),
                        plan.objective(),
                        Optional.of(plan.lowerBound()),
                        Binding.of(formulation, words, point(outcome))));
        if (best.isPresent()) {
            return best.get();
        }
        List<Rational> point = audit.trimmed(feasible);
        Witness witness = audit.allowedToBreak(point, Set.of());
        return new FeasibleDesign(
                witness.selection(), witness.objective(), Optional.empty(), Binding.of(formulation, words, point));
    }

    private static List<Rational> point(Outcome<Certificate> outcome) {
        Certificate certificate = outcome instanceof Outcome.Optimal<Certificate> optimal
                ? optimal.proof()
                : ((Outcome.Feasible<Certificate>) outcome).proof();
        return certificate.point().orElseThrow();
    }
}
