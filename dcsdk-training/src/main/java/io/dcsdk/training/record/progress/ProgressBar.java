package io.dcsdk.training.record.progress;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal how training goes: a line that is drawn again after each step record, at most ten times a second,
 * and above it a line that stays for each epoch, each evaluation on the test set and the end. Nothing is written where
 * no terminal is, unless {@link #withLines} asks for the lines that stay.
 *
 * <p>Only printable ASCII and the carriage return are written, so any terminal and encoding will do. For one run at a time.
 */
public final class ProgressBar implements TrainingListener {
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final Terminal terminal;
    private final boolean lines;
    private final LongSupplier nanoTime;

    private @Nullable ProgressState state;
    private int drawn;
    private long drawnAt;

    ProgressBar(PrintStream out, Terminal terminal, boolean lines, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.lines = lines;
        this.nanoTime = nanoTime;
    }

    /**
     * A bar on the standard error stream, so that standard output stays free for results; silent where that is no
     * terminal.
     *
     * @return the listener
     */
    public static ProgressBar onStandardError() {
        return on(System.err, Terminal.ofStandardError());
    }

    /**
     * A bar on a stream.
     *
     * @param out where to, never closed here
     * @param terminal what that is
     * @return the listener
     */
    public static ProgressBar on(PrintStream out, Terminal terminal) {
        return new ProgressBar(out, terminal, terminal.interactive(), System::nanoTime);
    }

    /**
     * The same bar with the lines that stay, whether there is a terminal or not. For logs.
     *
     * @return a new listener
     */
    public ProgressBar withLines() {
        return new ProgressBar(out, terminal, true, nanoTime);
    }

    @Override
    public void onStart(RunStart start) {
        state = ProgressState.of(start);
        drawn = 0;
        drawnAt = nanoTime.getAsLong() - REDRAW_NANOS;
        if (start.resumed()) {
            line("resumed after step %d of %d".formatted(start.stepsDone(), start.totalSteps()));
        }
    }

    @Override
    public void onStep(StepRecord step) {
        if (state == null || !terminal.interactive()) {
            return;
        }
        state = state.after(step);
        long now = nanoTime.getAsLong();
        if (now - drawnAt >= REDRAW_NANOS || state.step() == state.totalSteps()) {
            drawnAt = now;
            draw(ProgressLine.of(state, width()));
        }
    }

    @Override
    public void onEvaluation(EvaluationRecord evaluation) {
        if (evaluation.set() == EvaluatedSet.TEST) {
            line("test: " + scores(evaluation));
        }
    }

    @Override
    public void onEpoch(EpochRecord epoch) {
        String its = epoch.evaluation()
                .map(evaluation -> ", validation " + scores(evaluation) + (epoch.best() ? " (best)" : ""))
                .orElse("");
        line(String.format(
                Locale.ROOT,
                "epoch %d: training loss %s%s, %s sentences/s, padding %.0f %%",
                epoch.epoch(),
                ProgressLine.loss(epoch.trainLoss()),
                its,
                ProgressLine.rate(epoch.sentencesPerSecond()),
                100 * epoch.paddingShare()));
    }

    @Override
    public void onFinish(RunEnd end) {
        String best = end.best()
                .map(its -> String.format(Locale.ROOT, ", best F1 %.4f in epoch %d", its.f1(), its.epoch()))
                .orElse("");
        String detail = end.detail().map(text -> ": " + text).orElse("");
        line("%s after step %d in %s%s%s"
                .formatted(end.reason().words(), end.step(), ProgressLine.clock(end.elapsed()), best, detail));
        draw("");
        state = null;
    }

    private static String scores(EvaluationRecord evaluation) {
        return String.format(
                Locale.ROOT,
                "loss %s, precision %.4f, recall %.4f, F1 %.4f",
                ProgressLine.loss(evaluation.loss()),
                evaluation.precision(),
                evaluation.recall(),
                evaluation.f1());
    }

    /** The last column stays free: some terminals break the line after writing there. */
    private int width() {
        return terminal.columns() - 1;
    }

    /** Writes over what stands in the line; nothing of a longer one before stays. */
    private void draw(String text) {
        if (!terminal.interactive() || (text.isEmpty() && drawn == 0)) {
            return;
        }
        String rest = " ".repeat(Math.max(0, drawn - text.length()));
        out.print("\r" + text + rest + (text.isEmpty() ? "\r" : ""));
        out.flush();
        drawn = text.length();
    }

    private void line(String text) {
        draw("");
        if (lines) {
            out.println(printable(text));
            out.flush();
        }
    }

    /** The detail of an end may quote a file name or an exception, which may hold anything. */
    private static String printable(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("[^\\x20-\\x7e]", "?");
    }
}
