package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a run ended.
 *
 * @param reason why
 * @param step the optimizer steps done, from 0, those before a resumption included
 * @param elapsed the time since this process started or resumed the run, evaluations included, not negative;
 *     {@code seconds} in JSON
 * @param best the best epoch, if there was an evaluation on the validation set
 * @param detail what happened, in words; present when the run diverged or failed
 */
public record RunEnd(
        StopReason reason,
        long step,

        @JsonProperty("seconds")
        @JsonSerialize(using = Seconds.Writer.class)
        @JsonDeserialize(using = Seconds.Reader.class)
        Duration elapsed,

        Optional<BestEpoch> best,
        Optional<String> detail) {
    private static final int MOST_DETAIL = 10_000;
    private static final Rules RULES = new Rules("the run's end", "the training loop counts wrongly.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range, or a run that diverged or failed does not say how
     */
    public RunEnd {
        RULES.atLeast(0, step, "step");
        RULES.nonNegative(elapsed, "elapsed");
        boolean unexplained = detail.isEmpty() && (reason == StopReason.DIVERGED || reason == StopReason.FAILED);
        RULES.require(!unexplained, "reason", reason, "needs a detail");
        detail.ifPresent(text -> RULES.named(text, "detail"));
    }

    /**
     * A run that an exception ended.
     *
     * @param step the optimizer steps done, from 0
     * @param elapsed the time since the run started
     * @param best the best epoch, if there was an evaluation
     * @param cause what was thrown
     * @return the end, whose detail is the exception as it prints itself; a very long text is cut, which an ellipsis shows
     * @throws RecordException if a value is out of range
     */
    public static RunEnd failed(long step, Duration elapsed, Optional<BestEpoch> best, Throwable cause) {
        return new RunEnd(StopReason.FAILED, step, elapsed, best, Optional.of(detail(cause)));
    }

    private static String detail(Throwable cause) {
        String text = cause.toString();
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL) + "…";
    }
}
