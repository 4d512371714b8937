package io.dcsdk.optimizer.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.ortools.GlopEngine;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Published LPs, feasible and infeasible, through the port: no engine throws, every claim is audited exactly, minima are
 * those that are published, and every conflict is one that loses its contradiction with any of its rows.
 */
final class PublishedProgramsTest {
    private static final boolean ALL =
            System.getProperty("dcsdk.programs", "small").equals("all");
    private static final long SMALL_BYTES = 20_000;
    private static final long MOST_BYTES = ALL ? 700_000 : SMALL_BYTES;

    /** ojAlgo's solver holds a dense matrix, and goes through all of it for each pivot. */
    private static final long MOST_ENTRIES_OF_OJALGO = ALL ? 1_000_000 : 60_000;

    /**
     * Bounds that a file leaves out: larger and larger ones, until the optimum is inside them, or the next ones change nothing.
     * Either way it is the optimum without them: the minimum is a convex function of the size of the box, and falling. The
     * proven bound is one of the program in the box.
     */
    private static final List<Rational> BOXES = List.of(
            Rational.parse("1e2"),
            Rational.parse("1e4"),
            Rational.parse("1e6"),
            Rational.parse("1e9"),
            Rational.parse("1e12"),
            Rational.parse("1e15"));

    /** A proof of infeasibility must not rest on the box: it has to hold in one of this size, whatever the LP was solved in. */
    private static final Rational WIDER = Rational.parse("1e12");

    private static final List<Rational> CONFLICT_BOXES = List.of(BOXES.get(1), BOXES.get(2), BOXES.get(3), WIDER);

    private static final double ROW_TOLERANCE = 1e-7;
    private static final double GAP_TOLERANCE = 1e-6;
    private static final double VALUE_TOLERANCE = 1e-6;

    @Test
    void everyOptimumOfGlopIsAuditedAndIsThePublishedOne() {
        Tally tally = run("glop", new GlopEngine(), Long.MAX_VALUE);
        assertEquals(List.of(), tally.faults);
        assertTrue(ALL || tally.unsettled.isEmpty(), tally::summary);
        assertTrue(tally.optimal > 20 && tally.infeasible > 4, tally::summary);
    }

    @Test
    void everyOptimumOfOjAlgoIsAuditedAndIsThePublishedOne() {
        Tally tally = run("ojalgo", new OjAlgoEngine(), MOST_ENTRIES_OF_OJALGO);
        assertEquals(List.of(), tally.faults);
        assertTrue(ALL || tally.unsettled.isEmpty(), tally::summary);
        assertTrue(tally.optimal > 20 && tally.infeasible > 4, tally::summary);
    }

    private static final class Tally {
        private final List<String> faults = new ArrayList<>();
        private final Map<String, String> unsettled = new LinkedHashMap<>();
        private int programs;
        private int optimal;
        private int holding;
        private int exact;
        private int infeasible;
        private int conflictRows;

        String summary() {
            return programs + " programs: " + optimal + " claimed optimal, of them " + holding
                    + " within the tolerances and " + exact + " with an exactly feasible vertex within "
                    + GAP_TOLERANCE + " of the proven bound; " + infeasible + " proven infeasible, with "
                    + conflictRows + " rows in their conflicts; unsettled " + unsettled;
        }
    }

    private static Tally run(String engineName, LpEngine engine, long mostEntries) {
        Tally tally = new Tally();
        Map<String, Optional<Double>> minima = PublishedPrograms.minima();
        long start = System.nanoTime();
        for (PublishedPrograms.Entry entry : PublishedPrograms.upTo(MOST_BYTES)) {
            Optional<Optional<Double>> published = Optional.ofNullable(minima.get(entry.name()));
            long began = System.nanoTime();
            String line;
            try {
                MpsProgram stated = PublishedPrograms.read(entry.name());
                if ((long) stated.rows().size() * stated.columns().size() > mostEntries) {
                    continue;
                }
                tally.programs++;
                line = judge(engine, stated, published, entry.name(), tally);
            } catch (RuntimeException uncaught) {
                tally.faults.add(entry.name() + ": " + uncaught);
                line = uncaught.toString();
            }
            if (ALL) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %s %.2f s: %s%n",
                        engineName,
                        entry.name(),
                        (System.nanoTime() - began) / 1e9,
                        line);
            }
        }
        System.out.printf(
                Locale.ROOT, "%s in %.1f s: %s%n", engineName, (System.nanoTime() - start) / 1e9, tally.summary());
        return tally;
    }

    private static String judge(
            LpEngine engine, MpsProgram stated, Optional<Optional<Double>> published, String name, Tally tally) {
        LpAudit best = LpAudit.NOTHING;
        LpAudit before = LpAudit.NOTHING;
        for (Rational box : BOXES) {
            LpAudit audit = LpAudit.of(engine, stated.within(box), stated.within(WIDER));
            if (audit.isProvenInfeasible()) {
                return infeasible(stated, audit, published, name, tally);
            }
            if (isSettled(audit) && !audit.restsOn(box.doubleValue())) {
                return settled(audit, published, name, tally);
            }
            if (isSettled(audit) && isSettled(before) && areClose(audit.objective(), before.objective())) {
                return settled(before, published, name, tally);
            }
            before = audit;
            if (box.equals(BOXES.get(0)) || audit.isProvenInTheBox()) {
                best = audit;
            }
        }
        return settled(best, published, name, tally);
    }

    private static boolean areClose(double value, double other) {
        return Math.abs(value - other) <= VALUE_TOLERANCE * Math.max(1, Math.abs(other));
    }

    private static boolean isExact(LpAudit audit) {
        return audit.gap().filter(gap -> gap <= GAP_TOLERANCE).isPresent();
    }

    private static boolean isSettled(LpAudit audit) {
        return audit.holds(ROW_TOLERANCE, GAP_TOLERANCE) || isExact(audit);
    }

    private static String settled(LpAudit audit, Optional<Optional<Double>> published, String name, Tally tally) {
        String line = String.format(
                Locale.ROOT,
                "%s objective %.9g, violation %.1e, own gap %.1e, exact vertex %s",
                audit.status(),
                audit.objective(),
                audit.violation(),
                audit.ownGap(),
                audit.gap()
                        .map(gap -> String.format(Locale.ROOT, "gap %.1e", gap))
                        .orElse("none"));
        if (audit.status() != LpAnswer.Status.OPTIMAL) {
            String found = audit.isProvenInTheBox() ? "infeasible in a small box, nothing settled beyond" : "unknown";
            tally.unsettled.put(name, found);
            return found;
        }
        tally.optimal++;
        tally.exact += isExact(audit) ? 1 : 0;
        if (!isSettled(audit)) {
            tally.unsettled.put(name, "claimed " + line);
            return line;
        }
        tally.holding++;
        if (published.isPresent()) {
            double wanted = published.get().orElse(Double.NaN);
            if (!areClose(audit.objective(), wanted)) {
                tally.faults.add(name + ": published " + wanted + " and " + line);
            }
        }
        return line;
    }

    private static String infeasible(
            MpsProgram stated, LpAudit audit, Optional<Optional<Double>> published, String name, Tally tally) {
        if (published.filter(Optional::isPresent).isPresent()) {
            tally.faults.add(name + ": proven infeasible, published " + published);
        }
        ConflictFilter.Conflict conflict = ConflictFilter.irreducible(
                new GlopEngine(), CONFLICT_BOXES.stream().map(stated::within).toList(), audit.support());
        tally.infeasible++;
        tally.conflictRows += conflict.rows().size();
        if (!conflict.isProven() || !conflict.isIrreducible()) {
            tally.faults.add(name + ": " + conflict);
        }
        return "INFEASIBLE, proven; of " + audit.support().size() + " rows "
                + conflict.rows().size() + " are a conflict, proven " + conflict.isProven() + ", irreducible "
                + conflict.isIrreducible();
    }
}
