package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.linear.LinearProgram;
import java.time.Duration;

/**
 * A solver of whole mixed-integer programs that is asked for a point, never for a proof. Its point is completed and checked
 * exactly, and can start the search that has one:
 *
 * <pre>{@code
 * OracleAnswer answer = MixedIntegerOracle.scip().ask(program, Duration.ofSeconds(10));
 * SolveResult result = answer.point().isPresent()
 *         ? solver.solveFrom(program, limits, answer.point().get())
 *         : solver.solve(program, limits);
 * }</pre>
 *
 * <p>One thread of the oracle's own; safe for use by several threads.
 */
public interface MixedIntegerOracle {
    /**
     * Asks for the best point.
     *
     * @param program what to minimise
     * @param time how long the oracle may search, positive; completing its point exactly comes on top
     * @return a proposal; never an exception on account of the numbers
     */
    default OracleAnswer ask(LinearProgram program, Duration time) {
        return ask(program, time, 0);
    }

    /**
     * Asks for a point that is nearly the best.
     *
     * @param program what to minimise
     * @param time how long the oracle may search, positive; completing its point exactly comes on top
     * @param relativeGap at what distance from its own bound, relative to the objective, it may end; 0 or above
     * @return a proposal; never an exception on account of the numbers
     */
    OracleAnswer ask(LinearProgram program, Duration time, double relativeGap);

    /**
     * SCIP, over GLOP: mixed-integer programs in floating point.
     *
     * @return an oracle
     * @throws IllegalStateException if there is no native library for this platform
     */
    static MixedIntegerOracle scip() {
        return new FloatingOracle(FloatingOracle.SCIP);
    }

    /**
     * HiGHS: mixed-integer programs in floating point.
     *
     * @return an oracle
     * @throws IllegalStateException if there is no native library for this platform
     */
    static MixedIntegerOracle highs() {
        return new FloatingOracle(FloatingOracle.HIGHS);
    }

    /**
     * HiGHS, writing what it does to standard output: the only way to see the bound that it believes in, for OR-Tools reports the objective in
     * its place.
     *
     * @return an oracle
     * @throws IllegalStateException if there is no native library for this platform
     */
    static MixedIntegerOracle talkingHighs() {
        return new FloatingOracle(FloatingOracle.HIGHS, true);
    }

    /**
     * CP-SAT: programs whose variables are all whole, with every row and the costs brought to whole numbers exactly; where
     * there is a continuous variable, or those numbers leave 62 bits, it answers {@link OracleAnswer.Claim#UNKNOWN}.
     *
     * @return an oracle
     * @throws IllegalStateException if there is no native library for this platform
     */
    static MixedIntegerOracle cpSat() {
        return new WholeNumberOracle();
    }
}
