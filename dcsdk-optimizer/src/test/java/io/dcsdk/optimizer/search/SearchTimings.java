package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.time.Duration;

/**
 * Times to close the gap on random sizing problems. Arguments: items, gap, seconds, threads, seeds, size of the demand, family, and "check" to run
 * the checker on every result.
 */
public final class SearchTimings {
    private SearchTimings() {}

    /** Prints one line for each seed. */
    public static void main(String[] arguments) {
        int items = Integer.parseInt(arguments[0]);
        SolveLimits limits = SolveLimits.defaults()
                .withRelativeGap(Rational.parse(arguments[1]))
                .withDeadline(Duration.ofMillis((long) (1000 * Double.parseDouble(arguments[2]))))
                .withThreads(Integer.parseInt(arguments[3]));
        boolean check = arguments.length > 7;
        limits = limits.withKeepProof(check);
        for (int seed = 1; seed <= Integer.parseInt(arguments[4]); seed++) {
            LinearProgram program =
                    SizingInstances.valueOf(arguments[6]).of(items, seed, Double.parseDouble(arguments[5]));
            long start = System.nanoTime();
            double[] first = {Double.NaN, Double.NaN};
            SolveResult result = new MixedIntegerSolver(new OjAlgoEngine()).solve(program, limits, progress -> {
                if (Double.isNaN(first[0])) {
                    first[0] = progress.incumbent().map(Rational::doubleValue).orElse(Double.NaN);
                    first[1] = progress.bound();
                }
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            String verdict = "";
            if (check) {
                long checkStart = System.nanoTime();
                CheckResult checked = new CertificateChecker(program)
                        .check(result.certificate(program).orElseThrow());
                verdict = checked.isAccepted() + " leaves "
                        + result.proof().orElseThrow().leaves() + " checked in "
                        + (System.nanoTime() - checkStart) / 1e9;
            }
            System.out.printf(
                    "K %d seed %d %s %.2f s nodes %d objective %.0f gap %.2e first %.0f / %.0f %s%n",
                    items,
                    seed,
                    result.termination(),
                    seconds,
                    result.nodes(),
                    result.objective().map(Rational::doubleValue).orElse(Double.NaN),
                    result.relativeGap().map(Rational::doubleValue).orElse(Double.NaN),
                    first[0],
                    first[1],
                    verdict);
        }
    }
}
