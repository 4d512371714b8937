package io.dcsdk.benchmarks;

import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.search.SolveLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans each problem of a grid once and prints a table: items, demand and several seeds, times with their shares, and
 * the gap reached, also where it was not closed in time.
 *
 * <pre>
 *   java -cp benchmarks/target/benchmarks.jar io.dcsdk.benchmarks.OptimizerReport [--items 10,50,200]
 *       [--demand small,medium,large] [--seeds 5] [--deadline 60] [--threads 1] [--json] [--svg FILE]
 * </pre>
 *
 * <p>The table goes to standard output, a line for each problem to standard error as it is done. Exit 0 done, 2 bad
 * arguments. The Java machine is warmed up with small problems of other seeds; for figures with error bars use
 * {@link OptimizerBenchmark}.
 */
public final class OptimizerReport {
    private static final long WARM_UP_SEED = 1000;
    private static final int WARM_UPS = 2;
    private static final int WARM_UP_NODES = 500;

    private OptimizerReport() {}

    /**
     * What {@code --json} prints.
     *
     * @param command the arguments
     * @param machine processors, operating system and Java runtime
     * @param runs one for each problem
     */
    public record Document(String command, String machine, List<PlanningRun> runs) {
        /** Copies the list. */
        public Document {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Runs the report.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream log, String... arguments) {
        ReportOptions options;
        try {
            options = ReportOptions.parse(arguments);
        } catch (ItemException e) {
            log.println(e.getMessage());
            return 2;
        }
        warmUp(options.limits());
        List<ReportRow> rows = new ArrayList<>();
        for (int items : options.items()) {
            for (DemandSize demand : options.demands()) {
                rows.add(measure(options, items, demand, log));
            }
        }
        List<PlanningRun> runs =
                rows.stream().flatMap(row -> row.runs().stream()).toList();
        if (options.json()) {
            out.println(Documents.toJson(new Document(options.command(), machine(), runs)));
        } else {
            out.print(ReportRow.HEAD);
            rows.forEach(row -> out.println(row.markdown()));
            out.println();
            out.println("Command: `OptimizerReport " + options.command() + "`");
            out.println();
            out.println("Machine: " + machine());
        }
        options.svg().ifPresent(file -> draw(file, rows));
        return 0;
    }

    private static ReportRow measure(ReportOptions options, int items, DemandSize demand, PrintStream log) {
        List<PlanningRun> runs = new ArrayList<>();
        for (int seed = 1; seed <= options.seeds(); seed++) {
            PlanningRun run = PlanningRun.of(items, demand, seed, options.limits());
            log.println(Documents.toCompactJson(run));
            runs.add(run);
        }
        return new ReportRow(items, demand, runs);
    }

    private static void warmUp(SolveLimits limits) {
        for (long seed = WARM_UP_SEED; seed < WARM_UP_SEED + WARM_UPS; seed++) {
            for (DemandSize demand : DemandSize.values()) {
                PlanningRun.of(10, demand, seed, limits.withNodes(WARM_UP_NODES));
            }
        }
    }

    private static String machine() {
        return "%d processors, %s %s, %s %s, heap up to %d MiB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void draw(Path file, List<ReportRow> rows) {
        try {
            Files.writeString(
                    file,
                    TimeChart.of(rows, "Time to a certified plan: median, fastest and slowest seed"),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "chart (%s) of the report: cannot be written\nMaybe its folder does not exist.".formatted(file), e);
        }
    }
}
