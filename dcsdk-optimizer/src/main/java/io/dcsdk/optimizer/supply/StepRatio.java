package io.dcsdk.optimizer.supply;

import io.dcsdk.series.TimeSeries;
import java.util.Optional;

/**
 * How the steps of a series and those of the document go into each other.
 *
 * @param within steps of the series in one of the document; 1 unless its steps are shorter
 * @param parts steps of the document in one of the series; 1 unless its steps are longer
 * @param resample what becomes of the values; not used where the steps are the same
 */
record StepRatio(int within, int parts, Optional<Resample> resample) {
    /** What a step in hours may differ by from a whole multiple of another one, such as a third of an hour in decimals. */
    private static final double ROUNDING = 1e-9;

    /** The ratio of two steps in hours; the owner is for messages. */
    static StepRatio ofSteps(double own, double document, Optional<Resample> resample, String owner) {
        String subject = "step (%s h) of %s".formatted(own, owner);
        String rule = "the document has steps of %s h".formatted(document);
        return of(wholeTimes(document, own), wholeTimes(own, document), resample, subject, rule);
    }

    /** The ratio of the number of rows to that of the document's steps, over the same horizon. */
    static StepRatio ofRows(int own, int document, Optional<Resample> resample, String subject) {
        int within = own > 0 && own % document == 0 ? own / document : 0;
        int parts = own > 0 && document % own == 0 ? document / own : 0;
        return of(within, parts, resample, subject, "the document has %d steps".formatted(document));
    }

    private static StepRatio of(int within, int parts, Optional<Resample> resample, String subject, String rule) {
        if (within == 1) {
            return new StepRatio(1, 1, resample);
        }
        if (within == 0 && parts == 0) {
            throw new SupplyException(
                    subject, rule, "set steps and hours, or cut the file: only whole multiples can be resampled.");
        }
        boolean shorter = within > 1;
        String choice = shorter
                ? "say resample: mean for powers, prices and shares, or sum for amounts of a step."
                : "say resample: hold for powers, prices and shares, or split for amounts of a step.";
        if (resample.isEmpty()) {
            throw new SupplyException(subject, rule, choice);
        }
        boolean makesLonger = resample.get() == Resample.MEAN || resample.get() == Resample.SUM;
        if (makesLonger != shorter) {
            throw new SupplyException(
                    subject, "%s, and resample: %s is for the other direction".formatted(rule, resample.get()), choice);
        }
        return new StepRatio(Math.max(1, within), Math.max(1, parts), resample);
    }

    private static int wholeTimes(double longer, double shorter) {
        double times = longer / shorter;
        double whole = Math.rint(times);
        return whole >= 1 && whole <= 1e9 && Math.abs(times - whole) <= ROUNDING * whole ? (int) whole : 0;
    }

    /** The series in steps of the document where its own are longer, else as it is. */
    TimeSeries shortened(TimeSeries series) {
        if (parts == 1) {
            return series;
        }
        TimeSeries held = series.refined(parts);
        return resample.orElseThrow() == Resample.SPLIT ? held.times(1.0 / parts) : held;
    }

    /** Values of longer steps in steps of the document. */
    double[] shortened(double[] values) {
        double[] shortened = new double[values.length * parts];
        double factor = resample.filter(how -> how == Resample.SPLIT).isPresent() ? 1.0 / parts : 1;
        for (int t = 0; t < shortened.length; t++) {
            shortened[t] = factor * values[t / parts];
        }
        return shortened;
    }

    /** Values of shorter steps in steps of the document. */
    double[] lengthened(double[] values) {
        double[] lengthened = new double[values.length / within];
        double divisor = resample.filter(how -> how == Resample.MEAN).isPresent() ? within : 1;
        for (int t = 0; t < lengthened.length; t++) {
            double sum = 0;
            for (int k = 0; k < within; k++) {
                sum += values[t * within + k];
            }
            lengthened[t] = sum / divisor;
        }
        return lengthened;
    }
}
