package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.certificate.ProofTree;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH prints beside the time: figures of the last solve, the same in every iteration. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class SearchFigures {
    /** Nodes of the search. */
    public long nodes;

    /** Pieces that the proof cuts the problem into; 0 if no proof was kept. */
    public long proofLeaves;

    /** The gap reached, in millionths; 100 is the limit. */
    public double gapMillionths;

    void set(long lastNodes, double gap) {
        nodes = lastNodes;
        gapMillionths = gap * 1e6;
    }

    void set(ProofTree proof) {
        proofLeaves = proof.leaves();
    }
}
