package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.pareto.ParetoListener;
import io.dcsdk.optimizer.search.Progress;
import java.io.PrintWriter;

/** Tells people at a terminal which solve of a front runs, and what each has found. */
final class ParetoProgress implements ParetoListener {
    private final PrintWriter err;
    private TerminalProgress solve;
    private int solves;

    ParetoProgress(PrintWriter err) {
        this.err = err;
        this.solve = new TerminalProgress(err);
    }

    @Override
    public void onProgress(DesignProblem solving, Progress progress) {
        solve.onProgress(progress);
    }

    @Override
    public void onSolved(DesignProblem solved, Outcome<Certificate> outcome) {
        end();
        solves++;
        if (solve.isInteractive()) {
            String where = solved.energyLimit()
                    .map(limit -> "E at most " + FrontReport.energy(limit))
                    .orElse("lambda " + Rounded.number(solved.lambda().price().base()) + " USD/kWh");
            String found = outcome.plan().map(ParetoProgress::words).orElse("no design");
            err.printf("solve %d, %s: %s%n", solves, where, found);
            err.flush();
        }
        solve = new TerminalProgress(err);
    }

    private static String words(Plan plan) {
        return "C %s, E %s, gap %s"
                .formatted(
                        Rounded.money(plan.cost().total()),
                        FrontReport.energy(plan.energy().total()),
                        Rounded.number(plan.gap().base()));
    }

    /** Ends the line, if one was begun. */
    void end() {
        solve.end();
    }
}
