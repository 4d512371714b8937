package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prices of the rows between the years of an expansion, made of proposed multipliers: short, of the right sign, and sensible. */
final class YearPrices {
    /** Keeps 30 of the 52 digits, as the search does with its multipliers. */
    private static final long KEPT_BITS = -1L << 22;

    private static final double SMALLEST = 1e-100;
    private static final double LARGEST = 1e100;
    /** More than the sum of two doubles can be off. */
    private static final double BELOW = 1 - 1e-12;

    private YearPrices() {}

    /**
     * Prices of the joint rows.
     *
     * <p>With s(t) = −price of {@code V(t − 1) <= V(t)} and c(t) the cost of what is owned, V(t) costs {@code c(t) − s(t) + s(t + 1)} in
     * its year. Below zero it would be bought without limit, so s(t) is at most {@code c(t) + s(t + 1)}.
     *
     * @param proposed one for each row of the whole program
     * @return one for each row, zero for rows of a year
     */
    static double[] of(YearBlocks blocks, int years, double[] proposed) {
        LinearProgram whole = blocks.whole();
        double[] prices = new double[whole.constraints().size()];
        Map<String, Integer> owned = new HashMap<>();
        for (int row : blocks.joint()) {
            Constraint constraint = whole.constraints().get(row);
            if (constraint.name().startsWith(ExpansionFormulation.OWNED_SO_FAR)) {
                owned.put(constraint.name(), row);
            } else {
                prices[row] = cleaned(constraint.relation(), proposed[row]);
            }
        }
        List<Rational> costs = blocks.costsAt(prices);
        Map<Integer, Double> handedOn = new HashMap<>();
        for (int year = years; year > 1; year--) {
            String ofYear = YearNames.in(year, "");
            for (Map.Entry<String, Integer> row : owned.entrySet()) {
                if (row.getKey().endsWith(ofYear)) {
                    List<Term> terms = whole.constraints().get(row.getValue()).terms();
                    boolean isFirstOfYear = terms.get(0).coefficient().signum() < 0;
                    int now = terms.get(isFirstOfYear ? 0 : 1).variable();
                    int before = terms.get(isFirstOfYear ? 1 : 0).variable();
                    double most = costs.get(now).doubleValue() + handedOn.getOrDefault(now, 0.0);
                    double price = Math.max(0, Math.min(-proposed[row.getValue()], BELOW * most));
                    prices[row.getValue()] = cleaned(Relation.LE, -price);
                    handedOn.put(before, -prices[row.getValue()]);
                }
            }
        }
        return prices;
    }

    /** Cut off towards zero. */
    private static double cleaned(Relation relation, double proposed) {
        double value = Double.longBitsToDouble(Double.doubleToRawLongBits(proposed) & KEPT_BITS);
        boolean isWrong = relation == Relation.GE ? value < 0 : relation == Relation.LE && value > 0;
        boolean isUsable = Math.abs(value) > SMALLEST && Math.abs(value) < LARGEST; // false for NaN
        return isUsable && !isWrong ? value : 0;
    }
}
