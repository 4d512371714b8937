package io.dcsdk.examples;

import io.dcsdk.optimizer.uncertainty.SolutionStatus;

/** What the process tells its caller. */
final class ExitCode {
    static final int DONE = 0;
    static final int REJECTED = 1;
    static final int BAD_INPUT = 2;
    static final int INFEASIBLE = 3;
    static final int OUT_OF_TIME = 4;
    /** EX_SOFTWARE of sysexits.h. */
    static final int FAULT = 70;

    /** 128 + SIGINT, as shells give it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(SolutionStatus status) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> DONE;
            case INFEASIBLE -> INFEASIBLE;
            case OUT_OF_TIME -> OUT_OF_TIME;
        };
    }
}
