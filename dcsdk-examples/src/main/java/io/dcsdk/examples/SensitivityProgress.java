package io.dcsdk.examples;

import io.dcsdk.optimizer.sensitivity.Sensitivity;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells people at a terminal how far a sensitivity analysis has come, on one line; scripts see nothing of it. */
final class SensitivityProgress implements Consumer<Sensitivity> {
    private final PrintWriter err;
    private final boolean interactive = TerminalProgress.interactive();
    private boolean hasBegun;

    SensitivityProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(Sensitivity soFar) {
        if (!interactive) {
            return;
        }
        hasBegun = true;
        err.printf(
                "\rplan found; %d figures moved; %d prices   ",
                soFar.marginalValues().size(),
                soFar.entryPrices().size() + soFar.leavingPrices().size());
        err.flush();
    }

    /** Ends the line, if one was begun. */
    void end() {
        if (hasBegun) {
            err.println();
        }
    }
}
