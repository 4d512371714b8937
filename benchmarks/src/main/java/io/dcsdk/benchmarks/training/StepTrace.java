package io.dcsdk.benchmarks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the engine's profiler wrote, read as the time that each operation spent in itself, without those that it called: for each
 * the median over the steps, because a step in which the profiler asked for memory is several times as long in some calls.
 */
final class StepTrace {
    /**
     * An operation that ran.
     *
     * @param name of the operation
     * @param ph kind of entry; operations are {@code X}
     * @param ts when it began, microseconds
     * @param dur how long it took, microseconds
     * @param tid the thread that ran it
     * @param pid processor or GPU
     * @param shape of its operands, if asked for
     * @param memory that it took, if asked for
     * @param args nothing
     */
    record Entry(
            String name,
            String ph,
            double ts,
            double dur,
            String tid,
            String pid,
            Object shape,
            @JsonProperty("cpu mem") String memory,
            Map<String, Object> args) {
        double end() {
            return ts + dur;
        }

        boolean covers(Entry other) {
            return ts <= other.ts && other.ts < end();
        }
    }

    /** How often an operation ran in a step, and how long in all, in milliseconds, without what it called. */
    record Share(double milliseconds, double calls) {
        static final Share NONE = new Share(0, 0);

        static Share median(List<Share> steps) {
            return new Share(median(steps, Share::milliseconds), median(steps, Share::calls));
        }

        private static double median(List<Share> steps, ToDoubleFunction<Share> of) {
            double[] sorted = steps.stream().mapToDouble(of).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        Share plus(Share other) {
            return new Share(milliseconds + other.milliseconds, calls + other.calls);
        }
    }

    private static final String STEP = "step";

    private final Map<String, Share> operations;

    private StepTrace(Map<String, Share> operations) {
        this.operations = operations;
    }

    /** Reads a trace. */
    static StepTrace of(String json) {
        return of(List.of(Documents.read(json, "trace of the engine", DocumentFormat.JSON, Entry[].class)));
    }

    /** Adds up what began during each step; on each thread entries lie within each other or apart. */
    static StepTrace of(List<Entry> entries) {
        List<Entry> steps = entries.stream()
                .filter(entry -> entry.name().equals(STEP))
                .sorted(Comparator.comparingDouble(Entry::ts))
                .toList();
        List<Map<String, Share>> each = steps.stream()
                .map(step -> shares(entries.stream().filter(step::covers).toList()))
                .toList();
        Set<String> names =
                each.stream().flatMap(shares -> shares.keySet().stream()).collect(Collectors.toSet());
        Map<String, Share> operations = new TreeMap<>();
        names.forEach(name -> operations.put(
                name,
                Share.median(each.stream()
                        .map(shares -> shares.getOrDefault(name, Share.NONE))
                        .toList())));
        return new StepTrace(operations);
    }

    private static Map<String, Share> shares(List<Entry> entries) {
        Map<String, List<Entry>> byThread = new LinkedHashMap<>();
        entries.stream().filter(entry -> entry.ph().equals("X")).forEach(entry -> byThread.computeIfAbsent(
                        entry.tid(), thread -> new ArrayList<>())
                .add(entry));
        Map<String, Share> operations = new TreeMap<>();
        byThread.values().forEach(thread -> add(thread, operations));
        return operations;
    }

    private static void add(List<Entry> thread, Map<String, Share> operations) {
        thread.sort(Comparator.comparingDouble(Entry::ts)
                .thenComparing(Comparator.comparingDouble(Entry::dur).reversed()));
        Deque<Entry> open = new ArrayDeque<>();
        for (Entry entry : thread) {
            while (!open.isEmpty() && open.element().end() <= entry.ts()) {
                open.remove();
            }
            if (!open.isEmpty()) {
                operations.merge(open.element().name(), new Share(-entry.dur() / 1e3, 0), Share::plus);
            }
            operations.merge(entry.name(), new Share(entry.dur() / 1e3, 1), Share::plus);
            open.push(entry);
        }
    }

    /** By operation. */
    Map<String, Share> operations() {
        return Map.copyOf(operations);
    }

    /** By what they are for, the longest first. */
    Map<KernelClass, Share> classes() {
        Map<KernelClass, Share> all = new TreeMap<>();
        operations.forEach((name, share) -> all.merge(KernelClass.of(name), share, Share::plus));
        Map<KernelClass, Share> sorted = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().milliseconds()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
