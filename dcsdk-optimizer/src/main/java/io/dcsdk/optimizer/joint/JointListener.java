package io.dcsdk.optimizer.joint;

/** Told after each round of a joint search, on the searching thread. */
@FunctionalInterface
public interface JointListener {
    /**
     * A round has ended.
     *
     * @param round where the search stands
     */
    void ended(JointRound round);
}
