package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.Optional;

/**
 * Where a search stands.
 *
 * @param nodes how many nodes were looked at
 * @param open how many nodes wait
 * @param incumbent the objective of the best point so far, if there is one
 * @param bound a lower bound of every feasible objective, as a double that is never too high; plus infinity if nothing
 *     is left open and nothing feasible exists
 * @param seconds wall-clock seconds since the start
 */
public record Progress(long nodes, int open, Optional<Rational> incumbent, double bound, double seconds) {}
