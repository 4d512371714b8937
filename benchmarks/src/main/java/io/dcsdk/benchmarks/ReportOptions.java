package io.dcsdk.benchmarks;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.search.SolveLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@link OptimizerReport} is asked to do.
 *
 * @param items numbers of items
 * @param demands sizes of the demand
 * @param seeds how many problems of each kind, seeds 1 to this
 * @param deadline time for each search
 * @param threads threads of each search
 * @param json whether to print JSON instead of Markdown
 * @param svg where to draw the chart, if anywhere
 */
record ReportOptions(
        List<Integer> items,
        List<DemandSize> demands,
        int seeds,
        Duration deadline,
        int threads,
        boolean json,
        Optional<Path> svg) {
    static final String USAGE =
            "[--items 10,50,200] [--demand small,medium,large] [--seeds 5] [--deadline 60] [--threads 1] [--json] [--svg FILE]";

    private static final ItemRules RULES = ItemRules.of("report", "");

    /** Reads the arguments; each may be given once, in any order. */
    static ReportOptions parse(String... arguments) {
        ReportOptions options = new ReportOptions(
                List.of(10, 50, 200),
                List.of(DemandSize.values()),
                5,
                Duration.ofSeconds(60),
                1,
                false,
                Optional.empty());
        Set<String> seen = new HashSet<>();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!seen.add(name)) {
                throw RULES.broken("option", name, "is there twice", "give it once.");
            }
            options = options.with(name, rest);
        }
        return options;
    }

    private ReportOptions with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--items" ->
                new ReportOptions(list(name, rest, Integer::valueOf), demands, seeds, deadline, threads, json, svg);
            case "--demand" ->
                new ReportOptions(
                        items,
                        list(name, rest, text -> DemandSize.valueOf(text.toUpperCase(Locale.ROOT))),
                        seeds,
                        deadline,
                        threads,
                        json,
                        svg);
            case "--seeds" -> new ReportOptions(items, demands, count(name, rest), deadline, threads, json, svg);
            case "--deadline" ->
                new ReportOptions(items, demands, seeds, Duration.ofSeconds(count(name, rest)), threads, json, svg);
            case "--threads" -> new ReportOptions(items, demands, seeds, deadline, count(name, rest), json, svg);
            case "--json" -> new ReportOptions(items, demands, seeds, deadline, threads, true, svg);
            case "--svg" ->
                new ReportOptions(
                        items, demands, seeds, deadline, threads, json, Optional.of(Path.of(value(name, rest))));
            default -> throw RULES.broken("option", name, "is unknown", "use " + USAGE);
        };
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw RULES.broken("option", name, "has no value", "use " + USAGE);
        }
        return rest.next();
    }

    private static <T> List<T> list(String name, Iterator<String> rest, Function<String, T> read) {
        return Arrays.stream(value(name, rest).split(",", -1))
                .map(text -> read(name, text, read))
                .toList();
    }

    private static int count(String name, Iterator<String> rest) {
        int count = read(name, value(name, rest), Integer::valueOf);
        RULES.atLeast(name, count, 1);
        return count;
    }

    private static <T> T read(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (ItemException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw RULES.broken(name, text, "is not one of its values", "use " + USAGE);
        }
    }

    /** The limits of each search. */
    SolveLimits limits() {
        return SolveLimits.defaults().withDeadline(deadline).withThreads(threads);
    }

    /** The arguments that give these options. */
    String command() {
        return "--items %s --demand %s --seeds %d --deadline %d --threads %d"
                .formatted(
                        String.join(",", items.stream().map(String::valueOf).toList()),
                        String.join(
                                ",",
                                demands.stream()
                                        .map(demand -> demand.name().toLowerCase(Locale.ROOT))
                                        .toList()),
                        seeds,
                        deadline.toSeconds(),
                        threads);
    }
}
