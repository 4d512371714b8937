package io.dcsdk.examples;

import io.dcsdk.optimizer.search.Progress;
import io.dcsdk.optimizer.search.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;

/** Tells people at a terminal where a long search stands, once a second on one line; scripts see nothing of it. */
final class TerminalProgress implements ProgressListener {
    private static final double PERIOD_SECONDS = 1;

    private final PrintWriter err;
    private final boolean interactive;
    private double last;

    TerminalProgress(PrintWriter err) {
        this.err = err;
        this.interactive = interactive();
    }

    /** From Java 22 on there may be a console without a terminal; before, a console is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // isTerminal tells, where it exists
    static boolean interactive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }

    @Override
    public void onProgress(Progress progress) {
        if (!interactive || progress.seconds() < last + PERIOD_SECONDS) {
            return;
        }
        last = progress.seconds();
        String best = progress.incumbent()
                .map(value -> Rounded.number(value.doubleValue()) + " USD")
                .orElse("none yet");
        err.printf(
                "\r%4.0f s  %s nodes, %s open, best %s, bound %s USD   ",
                progress.seconds(),
                Rounded.number(progress.nodes()),
                Rounded.number(progress.open()),
                best,
                Rounded.number(progress.bound()));
        err.flush();
    }

    /** Whether somebody is there to see it. */
    boolean isInteractive() {
        return interactive;
    }

    /** Ends the line, if one was begun. */
    void end() {
        if (last > 0) {
            err.println();
        }
    }
}
