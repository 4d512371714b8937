package io.dcsdk.storage;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How often a training run should save itself, when training stops while it does.
 *
 * <p>With δ the time to write a checkpoint, M the mean time between failures and T the time between checkpoints, the
 * share of time lost is δ/T (writing) + T/(2M) (work since the last checkpoint, lost at each failure). Young, "A first
 * order approximation to the optimum checkpoint interval" (CACM 17, 1974): least at T = √(2δM), where it is √(2δ/M).
 * First order: good while δ is far below M. Daly, "A higher order estimate of the optimum checkpoint interval for restart
 * dumps" (FGCS 22, 2006), corrects it for larger δ. Square roots are rounded to 34 digits.
 *
 * @param size size of a checkpoint, above zero
 * @param bandwidth rate at which all nodes together write it, above zero
 * @param meanTimeBetweenFailures of the whole cluster, above zero
 */
public record Checkpointing(DataSize size, DataRate bandwidth, TimeSpan meanTimeBetweenFailures) {
    /**
     * Bytes that a checkpoint keeps for each parameter under mixed-precision Adam: the 16-bit weight (2), the 32-bit
     * master weight (4) and the two 32-bit moments (8); of the 16 bytes of model state in Rajbhandari et al., "ZeRO" (SC
     * 2020), section 3.1, the 16-bit gradient is not saved.
     */
    public static final int MIXED_PRECISION_ADAM_BYTES = 14;

    private static final MathContext CONTEXT = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Checks the components. */
    public Checkpointing {
        ItemRules rules = ItemRules.of("checkpointing", "");
        rules.positive("size", size);
        rules.positive("bandwidth", bandwidth);
        rules.positive("meanTimeBetweenFailures", meanTimeBetweenFailures);
    }

    /**
     * The size of a checkpoint.
     *
     * @param parameters parameters of the model, at least 1
     * @param bytesPerParameter what is kept for each, at least 1; {@link #MIXED_PRECISION_ADAM_BYTES} to go on training
     * @return parameters × bytesPerParameter
     * @throws io.dcsdk.item.ItemException if a number is below 1
     */
    public static DataSize checkpointSize(long parameters, int bytesPerParameter) {
        ItemRules rules = ItemRules.of("checkpoint", "");
        rules.atLeast("parameters", parameters, 1);
        rules.atLeast("bytesPerParameter", bytesPerParameter, 1);
        return DataSize.of(
                BigDecimal.valueOf(parameters).multiply(BigDecimal.valueOf(bytesPerParameter)), DataSize.Unit.BYTE);
    }

    /**
     * The least bandwidth with which Young's interval wastes no more than a share of the time.
     *
     * @param size size of a checkpoint, above zero
     * @param meanTimeBetweenFailures of the whole cluster, above zero
     * @param waste the share, above 0 and up to 1
     * @return 2 size / (waste² M), from √(2δ/M) = waste
     * @throws io.dcsdk.item.ItemException if a figure is outside
     */
    public static DataRate requiredBandwidth(DataSize size, TimeSpan meanTimeBetweenFailures, Ratio waste) {
        ItemRules rules = ItemRules.of("checkpointing", "");
        rules.positive("size", size);
        rules.positive("meanTimeBetweenFailures", meanTimeBetweenFailures);
        rules.efficiency("waste", waste);
        TimeSpan slowest = meanTimeBetweenFailures.times(waste).times(waste).dividedBy(TWO);
        return size.dividedBy(slowest);
    }

    /**
     * δ, the time to write a checkpoint.
     *
     * @return size / bandwidth
     */
    public TimeSpan writeTime() {
        return size.dividedBy(bandwidth);
    }

    /**
     * Young's interval between the starts of two checkpoints.
     *
     * @return √(2δM)
     */
    public TimeSpan youngInterval() {
        return seconds(delta().multiply(failures()).multiply(TWO).sqrt(CONTEXT));
    }

    /**
     * Daly's interval between the end of one checkpoint and the start of the next.
     *
     * @return √(2δM) (1 + ⅓ √(δ/2M) + ⅑ δ/2M) − δ for δ below 2M, M otherwise
     */
    public TimeSpan dalyInterval() {
        BigDecimal ratio = delta().divide(failures().multiply(TWO), CONTEXT);
        if (ratio.compareTo(BigDecimal.ONE) >= 0) {
            return meanTimeBetweenFailures;
        }
        BigDecimal series = BigDecimal.ONE
                .add(ratio.sqrt(CONTEXT).divide(BigDecimal.valueOf(3), CONTEXT))
                .add(ratio.divide(BigDecimal.valueOf(9), CONTEXT));
        BigDecimal interval = youngInterval().base().multiply(series).subtract(delta());
        return seconds(interval);
    }

    /**
     * The share of time lost at an interval, to first order.
     *
     * @param interval T, above zero
     * @return δ/T + T/(2M); above 1 the run makes no progress
     * @throws io.dcsdk.item.ItemException if the interval is not above zero
     */
    public Ratio waste(TimeSpan interval) {
        ItemRules.of("checkpointing", "").positive("interval", interval);
        return writeTime().dividedBy(interval).plus(interval.dividedBy(meanTimeBetweenFailures.times(TWO)));
    }

    private BigDecimal delta() {
        return writeTime().base();
    }

    private BigDecimal failures() {
        return meanTimeBetweenFailures.base();
    }

    private static TimeSpan seconds(BigDecimal value) {
        return TimeSpan.of(value.round(CONTEXT), TimeSpan.Unit.SECOND);
    }
}
