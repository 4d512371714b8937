package io.dcsdk.optimizer.relaxation;

/**
 * One matrix, many bounds. A session may keep what it learnt (a basis) from one solve to the next, so its answers may
 * depend on the order of the calls, but on nothing else: the search gives every session a fixed order.
 */
public interface LpSession {
    /**
     * Minimises over the box from {@code lower} to {@code upper}. Never throws on account of the numbers: trouble is
     * reported as {@link LpAnswer.Status#UNKNOWN}.
     *
     * @param lower one finite bound for each column; not changed, not kept
     * @param upper one finite bound for each column, at least the lower one; not changed, not kept
     * @param fresh true to forget what was learnt and start from nothing, for a second opinion
     * @return a proposal
     */
    LpAnswer solve(double[] lower, double[] upper, boolean fresh);
}
