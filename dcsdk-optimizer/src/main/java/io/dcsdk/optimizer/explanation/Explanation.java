package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a problem has no design and what would have to give, or what binds the best design, or neither for lack of time. What
 * was not settled in time is absent.
 *
 * @param format always {@value #FORMAT}
 * @param problem what people call the problem
 * @param programDigest digest of its algebra, which the conflict's proof is over
 * @param status {@code feasible}, {@code infeasible} or {@code out-of-time}
 * @param design if feasible, a design and what binds it
 * @param conflict if infeasible, what cannot hold together
 * @param unrepairable whether it is proven that no changes of what may move make the problem feasible
 * @param cheapest the changes of least weighted relative size
 * @param fewest the fewest changes, and of those of one figure the smallest
 * @param singles how far each member of the conflict alone must move, without those that may not; where the
 *     mass that the floor carries is a member, the floor's area moves, and its load only where the area is kept
 * @param proposal what a proposed design gives of what is required, in a sentence, if one was compared
 */
public record Explanation(
        String format,
        String problem,
        String programDigest,
        String status,
        Optional<FeasibleDesign> design,
        Optional<ConflictExplanation> conflict,
        boolean unrepairable,
        Optional<Repair> cheapest,
        Optional<Repair> fewest,
        List<SingleRepair> singles,
        Optional<String> proposal) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-explanation-1";

    static final String FEASIBLE = "feasible";
    static final String INFEASIBLE = "infeasible";
    static final String OUT_OF_TIME = "out-of-time";

    /** Checks the components. */
    public Explanation {
        ItemRules rules = ItemRules.of("explanation", String.valueOf(problem));
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("problem", problem);
        rules.required("programDigest", programDigest);
        rules.required("status", status);
        design = Objects.requireNonNullElse(design, Optional.empty());
        conflict = Objects.requireNonNullElse(conflict, Optional.empty());
        cheapest = Objects.requireNonNullElse(cheapest, Optional.empty());
        fewest = Objects.requireNonNullElse(fewest, Optional.empty());
        singles = rules.list("singles", singles);
        proposal = Objects.requireNonNullElse(proposal, Optional.empty());
        if (!status.equals(FEASIBLE) && !status.equals(INFEASIBLE) && !status.equals(OUT_OF_TIME)) {
            throw rules.broken("status", status, "is unknown", "use feasible, infeasible or out-of-time.");
        }
        if (design.isPresent() != status.equals(FEASIBLE) || conflict.isPresent() != status.equals(INFEASIBLE)) {
            throw rules.broken(
                    "status", status, "does not fit what the explanation holds", "explain the problem again.");
        }
    }

    /**
     * Whether the problem has a design.
     *
     * @return true if one was found
     */
    public boolean feasible() {
        return status.equals(FEASIBLE);
    }

    /**
     * Whether the problem has none.
     *
     * @return true if that is proven
     */
    public boolean infeasible() {
        return status.equals(INFEASIBLE);
    }

    /**
     * The same explanation with what a proposal gives.
     *
     * @param sentence such as {@link ProposalSentence} makes
     * @return the explanation
     */
    public Explanation withProposal(String sentence) {
        return new Explanation(
                format,
                problem,
                programDigest,
                status,
                design,
                conflict,
                unrepairable,
                cheapest,
                fewest,
                singles,
                Optional.of(sentence));
    }
}
