package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Multipliers of a block's rows, and what they prove for any values of its choices: with the residuals {@code r = c − A'u} its cost
 * less what is paid for choices x is at least
 *
 * <pre>  b'u + Σ_(j no choice) min(l_j r_j, u_j r_j) + Σ_(j choice) (r_j − price_j) x_j</pre>
 *
 * <p>so one solve of a relaxation bounds all choices, and a few of them enclose the relaxed cost as a function of the choices. In
 * doubles, lowered by more than rounding can have raised it. With costs of zero a positive value says that the block is empty.
 */
final class DualVector {
    /** Far above what a sum of some thousand terms can be off. */
    private static final double UNSURE = 1e-12;

    final double[] multipliers;
    private final double constant;
    private final double[] onChoices;
    /** When it was last the best of all, for those that are not are forgotten. */
    long lastUse;

    private DualVector(double[] multipliers, double constant, double[] onChoices) {
        this.multipliers = multipliers;
        this.constant = constant;
        this.onChoices = onChoices;
    }

    static DualVector of(BlockModel model, double[] proposed, boolean withCosts) {
        LpMatrix matrix = model.matrix;
        double[] residuals = new double[matrix.columns()];
        double[] sizes = new double[matrix.columns()];
        for (int j = 0; j < residuals.length && withCosts; j++) {
            residuals[j] = matrix.cost(j);
            sizes[j] = Math.abs(matrix.cost(j));
        }
        double[] multipliers = new double[matrix.rows()];
        double sum = 0;
        double size = 0;
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = JointRow.cleaned(matrix.relation(i), proposed[i]);
            if (multipliers[i] == 0) {
                continue;
            }
            sum += multipliers[i] * matrix.rightHandSide(i);
            size += Math.abs(multipliers[i] * matrix.rightHandSide(i));
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                double term = multipliers[i] * matrix.valueAt(at);
                residuals[matrix.columnAt(at)] -= term;
                sizes[matrix.columnAt(at)] += Math.abs(term);
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            size += sizes[j] * Math.max(Math.abs(model.lower[j]), Math.abs(model.upper[j]));
            if (!model.isChoice[j]) {
                sum += residuals[j] * (residuals[j] >= 0 ? model.lower[j] : model.upper[j]);
            }
        }
        double[] onChoices = new double[model.size()];
        for (int c = 0; c < onChoices.length; c++) {
            onChoices[c] = residuals[model.choices[c]];
        }
        return new DualVector(multipliers, sum - UNSURE * size, onChoices);
    }

    /** What it proves for choices in a box that are paid these prices. */
    double bound(double[] prices, int[] lower, int[] upper) {
        double sum = constant;
        for (int c = 0; c < onChoices.length; c++) {
            double rate = onChoices[c] - prices[c];
            sum += rate * (rate >= 0 ? lower[c] : upper[c]);
        }
        return sum;
    }

    double rate(int choice, double price) {
        return onChoices[choice] - price;
    }

    /** As multipliers of the whole program. */
    List<Multiplier> inWhole(BlockModel model) {
        List<Multiplier> list = new ArrayList<>();
        for (int i = 0; i < multipliers.length; i++) {
            if (multipliers[i] != 0) {
                list.add(new Multiplier(model.rows[i], Rational.ofExactly(multipliers[i])));
            }
        }
        return list;
    }
}
