package io.dcsdk.series;

/**
 * Sum of doubles with a running compensation (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen", 1974): the error does not grow with the number of terms, about 2⁻⁵³ of the sum of their sizes squared away.
 */
public final class CompensatedSum {
    private double sum;
    private double compensation;

    /** Begins at zero. */
    public CompensatedSum() {}

    /**
     * Adds a term.
     *
     * @param term a finite number
     */
    public void add(double term) {
        double total = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? (sum - total) + term : (term - total) + sum;
        sum = total;
    }

    /**
     * What was added so far.
     *
     * @return the sum
     */
    public double value() {
        return sum + compensation;
    }
}
