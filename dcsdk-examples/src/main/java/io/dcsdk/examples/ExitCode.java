package io.dcsdk.examples;

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
}
