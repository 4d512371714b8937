package io.dcsdk.examples;

import io.dcsdk.training.ValidationListener;
import io.dcsdk.training.evaluation.EvaluationReport;
import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.TrainingListener;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints the classification report of each epoch, below the line that the progress bar leaves. */
final class EpochReports implements TrainingListener, ValidationListener {
    private final PrintWriter out;
    private final boolean headed;
    private @Nullable EvaluationReport report;

    /**
     * Reports to be printed.
     *
     * @param headed whether each needs a heading, because no progress bar leaves a line above it
     */
    EpochReports(PrintWriter out, boolean headed) {
        this.out = out;
        this.headed = headed;
    }

    @Override
    public void onReport(int epoch, EvaluationReport latest) {
        report = latest;
    }

    @Override
    public void onEpoch(EpochRecord epoch) {
        if (report != null) {
            out.println(headed ? "Epoch " + epoch.epoch() : "");
            out.println(report.toText());
            out.flush();
        }
    }
}
