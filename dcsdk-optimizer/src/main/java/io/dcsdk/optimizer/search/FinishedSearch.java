package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A search that has ended, with what it takes to answer in time: a large proof takes long to check, and who loses patience
 * meanwhile can have a shorter one. Not for use by several threads, except {@link #isOverdue}.
 */
public final class FinishedSearch {
    /** Shorter by so much than a proof that took too long. */
    private static final long DIVISOR = 2;

    /** Before so many nodes the speed of a check is not judged. */
    private static final long LEAST_FOLLOWED = 200;

    /** The check may be slower than patience allows by this, for code gets faster. */
    private static final double SLACK = 1.5;

    /**
     * Where the search ended.
     *
     * @param reason why, unless it was done
     * @param closedBound of all that was closed or tightened away by safe bounds
     * @param least of that and of what is open
     * @param exactClosedBound of all that was closed exactly
     * @param leaves about how many leaves the whole proof has
     * @param isComplete whether nothing is open
     */
    record State(
            SearchNode root,
            Optional<Termination> reason,
            Cutoff cutoff,
            double closedBound,
            double least,
            Optional<Rational> exactClosedBound,
            long nodes,
            long leaves,
            boolean isComplete) {}

    private final State state;
    private final StrengthenedProgram source;
    private final boolean keepsProof;
    private final StopSignal stop;
    private final ProofTime proofTime;
    private final Patience patience;
    private final SolveResult result;
    private final long proofNodes;
    private volatile long checkStart = System.nanoTime();
    private long leaves;

    FinishedSearch(
            State state,
            StrengthenedProgram source,
            boolean keepsProof,
            StopSignal stop,
            ProofTime proofTime,
            Patience patience) {
        this.state = state;
        this.source = source;
        this.keepsProof = keepsProof;
        this.stop = stop;
        this.proofTime = proofTime;
        this.patience = patience;
        this.leaves = state.leaves;
        boolean isCut = keepsProof
                && !state.isComplete
                && state.reason.equals(Optional.of(Termination.CANCELLED))
                && proofTime.of(leaves) > patienceForProof();
        this.result = isCut ? shorterResult(proofTime.leavesWithin(patienceForProof())) : wholeResult();
        this.proofNodes = result.proof().map(tree -> tree.nodes().size()).orElse(0)
                + result.lemmas().stream()
                        .mapToLong(lemma -> lemma.proof().nodes().size())
                        .sum();
    }

    /** Whether no less is proven: a bound as large, or that nothing is feasible. */
    boolean isAsGoodAs(FinishedSearch other) {
        return result.bound()
                .map(bound -> other.result
                        .bound()
                        .filter(more -> more.compareTo(bound) > 0)
                        .isEmpty())
                .orElse(true);
    }

    /** This search of a program with a point that another one found, ended for the reason for which a later search of it did. */
    FinishedSearch endingAs(FinishedSearch later, List<Rational> point) {
        Cutoff cutoff = state.cutoff.improvedBy(point, state.cutoff.objectiveOf(point));
        State ended = new State(
                state.root,
                later.state.reason.or(later.stop::reasonOfSearch),
                cutoff,
                state.closedBound,
                state.least,
                state.exactClosedBound,
                state.nodes,
                state.leaves,
                state.isComplete);
        return later == this ? this : new FinishedSearch(ended, source, keepsProof, later.stop, proofTime, patience);
    }

    /** The tree as it was left. */
    SearchNode root() {
        return state.root;
    }

    /** Nanoseconds that the check of the proof will take, lemmas not included. */
    double timeOfProof() {
        return proofTime.of(leaves);
    }

    /** Nanoseconds of it that lemmas leave. */
    private double patienceForProof() {
        return Math.max(0, patience() - source.nanosecondsOfCheck());
    }

    /** Nanoseconds that a check may take once the answer is due. */
    double patience() {
        return patience.nanosecondsAfter((double) stop.nanosecondsBefore());
    }

    /**
     * What was found. If the search was cancelled, its proof may have been cut short already.
     *
     * @return the result, always the same one
     */
    public SolveResult result() {
        return result;
    }

    /**
     * Whether the check of the {@link #result() result}'s proof should be given up for a {@link #shortened() shorter} one:
     * the answer is due (the deadline has passed, the token says stop, or the thread that searched is interrupted), and
     * patience has ended, or will have before the check does, at the speed it has had. To be asked before each node of the
     * proof, by any thread; cheap.
     *
     * @param followed how many nodes of the proof have been followed
     * @return true once it should be given up
     */
    public boolean isOverdue(long followed) {
        long now = System.nanoTime();
        if (followed == 0) {
            checkStart = now;
        }
        if (stop.reason().isEmpty()) {
            return false;
        }
        double left = patience() - stop.nanosecondsSince();
        double needed = (double) (now - checkStart) / Math.max(1, followed) * (proofNodes - followed);
        return left <= 0 || (followed >= LEAST_FOLLOWED && needed > SLACK * left);
    }

    /**
     * What was found, with a proof that is checked sooner, at the price of a smaller bound: sized by the time that the
     * search measured, and shorter each time.
     *
     * @return a result whose termination is the deadline or a cancellation, unless the short proof is enough
     */
    public SolveResult shortened() {
        return keepsProof
                ? shorterResult(Math.min(proofTime.leavesWithin(patienceForProof()), leaves / DIVISOR))
                : result;
    }

    private SolveResult wholeResult() {
        return result(
                state.least,
                state.exactClosedBound,
                keepsProof ? Optional.of(ProofWriter.write(state.root)) : Optional.empty());
    }

    private SolveResult shorterResult(long mostLeaves) {
        leaves = Math.max(1, mostLeaves);
        ProofWriter.Shortened shortened = ProofWriter.shortened(state.root, leaves);
        // Tightenings hold below the cutoff of their time only, and closedBound is never above that.
        double least = Math.min(shortened.bound(), state.closedBound);
        return result(least, state.exactClosedBound, Optional.of(shortened.tree()));
    }

    private SolveResult result(double least, Optional<Rational> exactClosedBound, Optional<ProofTree> proof) {
        Cutoff cutoff = state.cutoff;
        boolean isEmpty = least == Double.POSITIVE_INFINITY && exactClosedBound.isEmpty();
        Optional<Rational> bound = Optional.empty();
        if (!isEmpty) {
            Rational lowest = least == Double.POSITIVE_INFINITY
                    ? exactClosedBound.orElseThrow()
                    : exactClosedBound.map(Rational.ofExactly(least)::min).orElse(Rational.ofExactly(least));
            Rational rounded = cutoff.roundUp(lowest);
            bound = Optional.of(cutoff.objective().map(rounded::min).orElse(rounded));
        } else if (cutoff.objective().isPresent()) {
            throw new IllegalStateException("Proof of infeasibility: a feasible point is known\n"
                    + "Maybe this is a fault of the solver: please report it with the program.");
        }
        Termination termination;
        if (isEmpty) {
            termination = Termination.INFEASIBLE;
        } else if (bound.isPresent() && cutoff.isGapClosedBy(bound.get())) {
            termination = Termination.GAP_CLOSED;
        } else {
            termination = state.reason
                    .or(stop::reasonOfSearch)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "Search: it ended with an open gap\nMaybe this is a fault of the solver: please report it with the program."));
        }
        Optional<StrengthenedProgram.Proof> whole = proof.map(source::withLemmas);
        return new SolveResult(
                termination,
                cutoff.point(),
                cutoff.objective(),
                bound,
                whole.map(StrengthenedProgram.Proof::tree),
                whole.map(StrengthenedProgram.Proof::lemmas).orElse(List.of()),
                state.nodes);
    }
}
