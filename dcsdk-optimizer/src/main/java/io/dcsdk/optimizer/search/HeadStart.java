package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a program before it is searched. Nothing of it is trusted: a point is checked exactly, and what multipliers
 * prove is computed anew. Immutable.
 */
public final class HeadStart {
    private static final HeadStart NONE = new HeadStart(Optional.empty(), new double[0], List.of());

    private final Optional<List<Rational>> point;
    private final double[] multipliers;
    private final List<double[]> others;

    private HeadStart(Optional<List<Rational>> point, double[] multipliers, List<double[]> others) {
        this.point = point;
        this.multipliers = multipliers;
        this.others = List.copyOf(others);
    }

    /**
     * Nothing is known.
     *
     * @return no point, no multipliers
     */
    public static HeadStart none() {
        return NONE;
    }

    /**
     * The same with a point.
     *
     * @param value a feasible point
     * @return changed
     */
    public HeadStart withPoint(List<Rational> value) {
        return new HeadStart(Optional.of(List.copyOf(value)), multipliers, others);
    }

    /**
     * The same with multipliers of the relaxation. Good ones give a bound at once, and with a point leave much less to search.
     *
     * @param value one for each constraint, of any sign; those of the wrong sign count as zero
     * @return changed
     */
    public HeadStart withMultipliers(double[] value) {
        return new HeadStart(point, value.clone(), others);
    }

    /**
     * The same with more multipliers, which narrow the box around the point as the first ones do: others may do so where the ones that
     * prove the most do not.
     *
     * @param value one for each constraint, of any sign; those of the wrong sign count as zero
     * @return changed
     */
    public HeadStart withMoreMultipliers(double[] value) {
        List<double[]> more = new ArrayList<>(others);
        more.add(value.clone());
        return new HeadStart(point, multipliers, more);
    }

    /**
     * The point.
     *
     * @return one value for each variable, if a point is known
     */
    public Optional<List<Rational>> point() {
        return point;
    }

    /**
     * What is known of a program with some of the variables and constraints only; the other variables of the point are zero, and
     * more multipliers are left out.
     *
     * @param variables the index here of each variable there
     * @param constraints the index here of each constraint there
     * @return the same of that program
     */
    public HeadStart narrowed(List<Integer> variables, List<Integer> constraints) {
        double[] few = multipliers.length == 0
                ? multipliers
                : constraints.stream().mapToDouble(row -> multipliers[row]).toArray();
        return new HeadStart(
                point.map(values -> variables.stream().map(values::get).toList()), few, List.of());
    }

    /** One for each constraint, or none. */
    double[] multipliers() {
        return multipliers.clone();
    }

    /** All multipliers that are known, those that prove the most first; each with one for each constraint. */
    List<double[]> allMultipliers() {
        List<double[]> all = new ArrayList<>();
        if (multipliers.length > 0) {
            all.add(multipliers.clone());
        }
        others.forEach(other -> all.add(other.clone()));
        return all;
    }
}
