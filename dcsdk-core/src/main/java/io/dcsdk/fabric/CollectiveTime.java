package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;

/**
 * How long a collective takes: t = steps α + S f / (B η).
 *
 * <p>Start with {@link #flat}, where all ranks are joined alike, or {@link #hierarchical}, where those of a node are
 * joined better. No contention is modelled: a fabric that is over-subscribed on the way lowers the bandwidth to put in.
 *
 * @param collective what is done
 * @param ranks n, at least 1
 * @param size S, the whole buffer
 * @param latency the time of the steps without data
 * @param transfer the time of the data
 */
public record CollectiveTime(Collective collective, int ranks, DataSize size, TimeSpan latency, TimeSpan transfer) {
    /** Checks the figures. */
    public CollectiveTime {
        if (ranks < 1) {
            throw new FabricException(
                    "ranks", ranks, "collective " + collective, "are fewer than 1", "count the GPUs.");
        }
        if (size.isNegative() || latency.isNegative() || transfer.isNegative()) {
            throw new FabricException(
                    "size or time",
                    size + ", " + latency + ", " + transfer,
                    "collective " + collective,
                    "is negative",
                    "a difference was taken the wrong way round.");
        }
    }

    /**
     * All ranks are joined alike.
     *
     * @param collective what is done
     * @param algorithm how
     * @param ranks n, at least 1
     * @param size S, the whole buffer (see {@link Collective}), not negative
     * @param link what joins the ranks
     * @return the time; zero with a single rank, the latency alone with no data
     * @throws FabricException if there are no ranks or the size is negative
     */
    public static CollectiveTime flat(
            Collective collective, CollectiveAlgorithm algorithm, int ranks, DataSize size, CollectiveLink link) {
        TimeSpan latency = link.latency().times((long) algorithm.steps(collective, ranks));
        TimeSpan transfer =
                size.times(Ratio.of(algorithm.factor(collective, ranks))).dividedBy(link.payload());
        return new CollectiveTime(collective, ranks, size, latency, transfer);
    }

    /**
     * Ranks of a node are joined by one link (NVLink, say) and nodes by another, over which every rank of a node has its
     * own rail: the g ranks of N nodes work in stages, each on the part of the data that it has to pass on.
     *
     * <pre>
     *   all-reduce      reduce-scatter S in the node, all-reduce S/g over nodes, all-gather S in the node
     *   reduce-scatter  reduce-scatter S in the node, then S/g over nodes
     *   all-gather      all-gather S/g over nodes, then S in the node
     *   all-to-all      all-to-all S in the node, to the rail of the receiver, then S over nodes
     *   broadcast       scatter S in the sender's node, broadcast S/g over nodes, all-gather S in the node
     * </pre>
     *
     * <p>Stages do not overlap. Source of the all-reduce: Jia et al., "Highly Scalable Deep Learning Training System with
     * Mixed-Precision", arXiv 1807.11205, and BlueConnect, Cho et al., MLSys 2019; of the rails of the all-to-all: the
     * PXN scheme of NCCL 2.12. The scatter of the broadcast is counted as a reduce-scatter, which moves as much.
     *
     * @param collective what is done
     * @param algorithm how each stage works
     * @param nodes N, at least 1
     * @param ranksPerNode g, at least 1
     * @param size S, the whole buffer, not negative
     * @param inNode what joins the ranks of a node
     * @param betweenNodes what joins ranks of equal number in different nodes
     * @return the time of all stages; that of {@link #flat} with a single node or one rank a node
     * @throws FabricException if a number is below 1 or the size is negative
     */
    public static CollectiveTime hierarchical(
            Collective collective,
            CollectiveAlgorithm algorithm,
            int nodes,
            int ranksPerNode,
            DataSize size,
            CollectiveLink inNode,
            CollectiveLink betweenNodes) {
        if (nodes < 1 || ranksPerNode < 1) {
            throw new FabricException(
                    "nodes and ranks",
                    nodes + " x " + ranksPerNode,
                    "collective " + collective,
                    "are fewer than 1",
                    "count the nodes and the GPUs of one.");
        }
        if (nodes == 1) {
            return flat(collective, algorithm, ranksPerNode, size, inNode);
        }
        DataSize part = collective == Collective.ALL_TO_ALL
                ? size
                : size.times(Ratio.ONE.dividedBy(BigDecimal.valueOf(ranksPerNode)));
        CollectiveTime across = flat(collective, algorithm, nodes, part, betweenNodes);
        CollectiveTime spread = flat(Collective.REDUCE_SCATTER, algorithm, ranksPerNode, size, inNode);
        CollectiveTime gather = flat(Collective.ALL_GATHER, algorithm, ranksPerNode, size, inNode);
        CollectiveTime exchange = flat(Collective.ALL_TO_ALL, algorithm, ranksPerNode, size, inNode);
        CollectiveTime stages =
                switch (collective) {
                    case ALL_REDUCE, BROADCAST -> spread.then(across).then(gather);
                    case REDUCE_SCATTER -> spread.then(across);
                    case ALL_GATHER -> across.then(gather);
                    case ALL_TO_ALL -> exchange.then(across);
                };
        int ranks = Math.multiplyExact(nodes, ranksPerNode);
        return new CollectiveTime(collective, ranks, size, stages.latency, stages.transfer);
    }

    private CollectiveTime then(CollectiveTime next) {
        return new CollectiveTime(collective, ranks, size, latency.plus(next.latency), transfer.plus(next.transfer));
    }

    /**
     * The whole time.
     *
     * @return latency + transfer
     */
    public TimeSpan total() {
        return latency.plus(transfer);
    }

    /**
     * The algorithm bandwidth, as nccl-tests define it.
     *
     * @return S / t
     * @throws io.dcsdk.quantity.QuantityException if the time is zero, as with a single rank
     */
    public DataRate algorithmBandwidth() {
        return size.dividedBy(total());
    }

    /**
     * The bus bandwidth, as nccl-tests define it: what to compare with the rate of the link, whatever the number of
     * ranks.
     *
     * @return S f / t, with f of {@link Collective#factor}
     * @throws io.dcsdk.quantity.QuantityException if the time is zero, as with a single rank
     */
    public DataRate busBandwidth() {
        return algorithmBandwidth().times(Ratio.of(collective.factor(ranks)));
    }

    @Override
    public String toString() {
        return "%s of %s over %d ranks: %s (%s latency, %s transfer)"
                .formatted(collective, size, ranks, total(), latency, transfer);
    }
}
