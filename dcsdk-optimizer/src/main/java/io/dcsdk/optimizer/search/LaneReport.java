package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What a lane brings back.
 *
 * @param open nodes it did not get to, best first
 * @param cutoff the best point it knows
 * @param before the pseudo-costs it was given
 * @param after the same with what it learnt
 * @param closedBound the least bound of the nodes it closed by safe bounds
 * @param exactClosedBound the least bound of the nodes it closed exactly
 * @param nodes how many nodes it looked at
 */
record LaneReport(
        List<SearchNode> open,
        Cutoff cutoff,
        PseudoCosts before,
        PseudoCosts after,
        double closedBound,
        Optional<Rational> exactClosedBound,
        long nodes) {}
