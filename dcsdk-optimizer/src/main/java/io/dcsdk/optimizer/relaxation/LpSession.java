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

    /**
     * The same, where an answer is of use for so long only. An engine that cannot be called off takes the time that it takes,
     * as this method does unless it is overridden.
     *
     * @param lower as above
     * @param upper as above
     * @param fresh as above
     * @param nanoseconds after so many the answer is {@link LpAnswer.Status#UNKNOWN} where the engine can be called off; not below zero
     * @return a proposal
     */
    default LpAnswer solve(double[] lower, double[] upper, boolean fresh, long nanoseconds) {
        return solve(lower, upper, fresh);
    }
}
