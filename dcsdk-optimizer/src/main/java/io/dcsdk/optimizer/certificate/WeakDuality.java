package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The bound of weak duality over a box, exactly.
 *
 * <p>Formula: for multipliers y of the right sign, every x in the box {@code [l, u]} that satisfies the constraints has
 *
 * <pre>  c'x >= b'y + Σ_j min(l_j r_j, u_j r_j),   r = c - A'y</pre>
 *
 * which needs no optimality of y (Neumaier and Shcherbina 2004). With the zero objective a positive right side says that
 * there is no such x. The program is in whole numbers, and the multipliers of a leaf are brought to one denominator, so that
 * a leaf takes one whole-number product for each coefficient and no fraction is reduced on the way. That denominator is
 * a power of two where the multipliers are floating-point numbers, and bringing them to it is a shift.
 *
 * <p>Holds the last evaluation; not for use by several threads.
 */
final class WeakDuality {
    private final ScaledProgram scaled;
    private final BigInteger[] residuals;
    private BigInteger denominator = BigInteger.ONE;
    private BigInteger bound = BigInteger.ZERO;

    WeakDuality(ScaledProgram scaled) {
        this.scaled = scaled;
        residuals = new BigInteger[scaled.costs.length];
    }

    /** Evaluates what the multipliers prove for the box, of the objective or of zero. */
    void evaluate(Box box, List<Multiplier> multipliers, boolean withCosts) {
        int twos = 0;
        BigInteger odd = BigInteger.ONE;
        for (Multiplier multiplier : multipliers) {
            BigInteger bottom = multiplier.value().denominator();
            int shift = bottom.getLowestSetBit();
            twos = Math.max(twos, shift);
            if (bottom.bitLength() > shift + 1) {
                odd = ScaledProgram.leastCommonMultiple(odd, bottom.shiftRight(shift));
            }
        }
        BigInteger common = odd.shiftLeft(twos);
        denominator = common.multiply(scaled.scale);
        if (withCosts) {
            Arrays.setAll(residuals, j -> scaled.costs[j].multiply(common));
        } else {
            Arrays.fill(residuals, BigInteger.ZERO);
        }
        BigInteger sum = BigInteger.ZERO;
        for (Multiplier multiplier : multipliers) {
            ScaledProgram.Row row = scaled.rows[multiplier.row()];
            BigInteger factor = numerator(multiplier.value(), odd, twos);
            sum = sum.add(factor.multiply(row.rightHandSide));
            for (int k = 0; k < row.columns.length; k++) {
                int j = row.columns[k];
                residuals[j] = residuals[j].subtract(factor.multiply(row.coefficients[k]));
            }
        }
        bound = sum.multiply(scaled.boundScale).add(leastOf(box));
    }

    /** The numerator over the denominator {@code odd × 2^twos}, which is a multiple of the value's own. */
    private static BigInteger numerator(Rational value, BigInteger odd, int twos) {
        BigInteger bottom = value.denominator();
        int shift = bottom.getLowestSetBit();
        BigInteger top = value.numerator().shiftLeft(twos - shift);
        return odd.bitLength() == 1 ? top : top.multiply(odd.divide(bottom.shiftRight(shift)));
    }

    /** {@code Σ_j min(l_j r_j, u_j r_j)}, times the scale of the bounds. */
    private BigInteger leastOf(Box box) {
        BigInteger whole = BigInteger.ZERO;
        BigInteger rest = BigInteger.ZERO;
        for (int j = 0; j < residuals.length; j++) {
            BigInteger at = residuals[j].signum() >= 0 ? box.lower(j) : box.upper(j);
            if (at.signum() == 0 || residuals[j].signum() == 0) {
                continue;
            }
            BigInteger part = residuals[j].multiply(at);
            if (scaled.isWhole[j]) {
                whole = whole.add(part);
            } else {
                rest = rest.add(part);
            }
        }
        return whole.multiply(scaled.boundScale).add(rest);
    }

    /** The proven bound, without the constant of the objective, times the {@link #boundDenominator()}. */
    BigInteger bound() {
        return bound;
    }

    /** What the bound is divided by: positive. */
    BigInteger boundDenominator() {
        return denominator.multiply(scaled.boundScale);
    }

    /** The residual r_j, times the bound's denominator over the scale of the bounds. */
    BigInteger residual(int variable) {
        return residuals[variable];
    }
}
