package io.dcsdk.cooling;

/**
 * Power usage effectiveness of a period. An hour without IT load has none of its own, but its energy counts for the period: where
 * much is taken while the equipment stands still, the period is worse than its worst hour.
 *
 * @param best of the hours with IT load, at least 1
 * @param overall energy of the facility over energy of the IT equipment, all hours of the period included
 * @param worst of the hours with IT load, not below the best
 */
public record UsageRange(double best, double overall, double worst) {}
