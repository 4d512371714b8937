package io.dcsdk.optimizer.relaxation;

/**
 * What an engine proposes. Nothing in it is trusted.
 *
 * <p>Multipliers belong to the rows of the matrix and are what proves a lower bound of the minimum: not negative for
 * {@code >=}, not positive for {@code <=}, free for {@code =}. With status {@link Status#INFEASIBLE} they are Farkas
 * multipliers: they prove the bound of the zero objective to be positive.
 */
public final class LpAnswer {
    /** What the engine believes. */
    public enum Status {
        /** The point is a minimum and the multipliers prove it. */
        OPTIMAL,
        /** There is no point; the multipliers prove it. */
        INFEASIBLE,
        /** The engine failed or does not know. */
        UNKNOWN
    }

    private static final LpAnswer NOTHING = new LpAnswer(Status.UNKNOWN, new double[0], new double[0]);

    private final Status status;
    private final double[] point;
    private final double[] multipliers;

    private LpAnswer(Status status, double[] point, double[] multipliers) {
        this.status = status;
        this.point = point;
        this.multipliers = multipliers;
    }

    /**
     * A minimum.
     *
     * @param point one value for each column; the array is handed over, not copied
     * @param multipliers one for each row; the array is handed over, not copied
     * @return the answer
     */
    public static LpAnswer optimal(double[] point, double[] multipliers) {
        return new LpAnswer(Status.OPTIMAL, point, multipliers);
    }

    /**
     * No point.
     *
     * @param multipliers one for each row; the array is handed over, not copied
     * @return the answer
     */
    public static LpAnswer infeasible(double[] multipliers) {
        return new LpAnswer(Status.INFEASIBLE, new double[0], multipliers);
    }

    /**
     * No answer.
     *
     * @return the answer
     */
    public static LpAnswer unknown() {
        return NOTHING;
    }

    /**
     * What the engine believes.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * The proposed point.
     *
     * @return one value for each column (not a copy), or an empty array unless the status is {@link Status#OPTIMAL}
     */
    public double[] point() {
        return point;
    }

    /**
     * The proposed multipliers.
     *
     * @return one value for each row (not a copy), or an empty array if the status is {@link Status#UNKNOWN}
     */
    public double[] multipliers() {
        return multipliers;
    }
}
