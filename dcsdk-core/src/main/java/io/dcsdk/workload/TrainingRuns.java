package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * Training runs of one kind: how large each is, and how fast or how often.
 *
 * <p>With a deadline D and r runs a day, r D runs are under way at a time (Little's law) once that exceeds one, and what is
 * computed is then r runs a day; below one it is a run within D, which then has the machine for itself.
 *
 * @param samplesPerEpoch samples of an epoch, above 0
 * @param epochs passes over them, at least 1
 * @param deadline the longest that a run may take; this or the runs a day must be given
 * @param perDay how many runs start in a day, above 0
 */
public record TrainingRuns(
        BigDecimal samplesPerEpoch, int epochs, Optional<TimeSpan> deadline, Optional<BigDecimal> perDay) {
    private static final TimeSpan DAY = TimeSpan.days(1);

    /** Checks the components. */
    public TrainingRuns {
        ItemRules rules = ItemRules.of("training runs", "");
        samplesPerEpoch = ModelFigures.positive(rules, "samplesPerEpoch", samplesPerEpoch);
        rules.atLeast("epochs", epochs, 1);
        deadline = Objects.requireNonNullElse(deadline, Optional.empty());
        deadline.ifPresent(time -> rules.positive("deadline", time));
        perDay = Objects.requireNonNullElse(perDay, Optional.empty());
        perDay = perDay.map(count -> ModelFigures.positive(rules, "perDay", count));
        if (deadline.isEmpty() && perDay.isEmpty()) {
            throw rules.broken("deadline", "none", "neither it nor perDay is given", "add one of the two.");
        }
    }

    /**
     * One run that must be done in a time.
     *
     * @param samplesPerEpoch samples of an epoch, at least 1
     * @param epochs passes over them, at least 1
     * @param deadline the longest that it may take, above zero
     * @return the runs
     */
    public static TrainingRuns within(long samplesPerEpoch, int epochs, TimeSpan deadline) {
        return new TrainingRuns(BigDecimal.valueOf(samplesPerEpoch), epochs, Optional.of(deadline), Optional.empty());
    }

    /**
     * Runs one after the other, so many a day.
     *
     * @param samplesPerEpoch samples of an epoch, at least 1
     * @param epochs passes over them, at least 1
     * @param runs how many start in a day, above 0
     * @return the runs
     */
    public static TrainingRuns perDay(long samplesPerEpoch, int epochs, BigDecimal runs) {
        return new TrainingRuns(BigDecimal.valueOf(samplesPerEpoch), epochs, Optional.empty(), Optional.of(runs));
    }

    /**
     * Samples that a run trains on.
     *
     * @return samples per epoch × epochs
     */
    public BigDecimal samples() {
        return samplesPerEpoch.multiply(BigDecimal.valueOf(epochs)).round(MathContext.DECIMAL128);
    }

    /**
     * The time in which the compute of one run must be done.
     *
     * @return the deadline, or a day over the runs of a day, whichever is shorter
     */
    public TimeSpan pace() {
        Optional<TimeSpan> between = perDay.map(DAY::dividedBy);
        TimeSpan first = deadline.or(() -> between).orElseThrow();
        return between.filter(time -> time.compareTo(first) < 0).orElse(first);
    }

    /**
     * Runs that are under way at a time.
     *
     * @return deadline × runs a day, rounded up; 1 where one of the two is absent
     */
    public BigDecimal atOnce() {
        return deadline.flatMap(time ->
                        perDay.map(count -> count.multiply(time.base()).divide(DAY.base(), 0, RoundingMode.CEILING)))
                .orElse(BigDecimal.ONE);
    }

    /** The runs in words, for derivations. */
    String describe() {
        return perDay.map(count -> ModelFigures.count(count) + " runs a day").orElse("a run")
                + deadline.map(time -> " within " + time).orElse("");
    }
}
