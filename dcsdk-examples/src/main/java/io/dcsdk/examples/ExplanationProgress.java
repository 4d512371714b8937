package io.dcsdk.examples;

import io.dcsdk.optimizer.explanation.ConflictExplanation;
import io.dcsdk.optimizer.explanation.Explanation;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells people at a terminal how far an explanation has come, on one line; scripts see nothing of it. */
final class ExplanationProgress implements Consumer<Explanation> {
    private final PrintWriter err;
    private final boolean interactive = TerminalProgress.interactive();
    private boolean hasBegun;

    ExplanationProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(Explanation soFar) {
        if (!interactive) {
            return;
        }
        hasBegun = true;
        err.printf(
                "\rconflict of %d, %d needed; %s; %d alone   ",
                soFar.conflict().map(found -> found.members().size()).orElse(0),
                soFar.conflict().map(ExplanationProgress::needed).orElse(0L),
                soFar.cheapest().isPresent() ? "repair found" : "no repair yet",
                soFar.singles().size());
        err.flush();
    }

    private static long needed(ConflictExplanation conflict) {
        return conflict.members().stream().filter(member -> member.needed()).count();
    }

    /** Ends the line, if one was begun. */
    void end() {
        if (hasBegun) {
            err.println();
        }
    }
}
