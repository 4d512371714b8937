package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.StrengthenedProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the relaxation of a year does not see of its fabric, as lemmas. Fabrics are chosen by 0/1 variables with large coefficients, so
 * that a small share of one allows anything; but
 *
 * <pre>
 *   Σ ports_s n_s &lt;= Σ endpoints_o    over the servers s that need one of the fabrics o
 *   y_o &lt;= 0                          where the demand needs more ports than fabric o has
 * </pre>
 *
 * <p>Each is proven by a search over the servers and the choice of the fabric of its year alone; what does not hold, or takes more than
 * a few nodes to be proven, is no lemma.
 */
final class YearCuts {
    private static final String CONNECTED = "fabric-connects-all-ports";
    private static final String FAST_ENOUGH = "ports.";
    private static final String OPTION = "fabric(";
    private static final String ENDPOINTS = "endpoints(";
    /** Beside it what is proven is small, and the gap of a search is relative. */
    private static final Rational SIZE = Rational.ONE;

    private static final Rational GAP = Rational.of(1, 1_000_000);
    private static final long MOST_NODES = 50;

    private final LpEngine engine;
    private final LinearProgram whole;
    private final Map<String, Integer> variables = new HashMap<>();
    private final Map<Integer, List<Integer>> rowsOfYear = new TreeMap<>();
    private final List<Lemma> lemmas = new ArrayList<>();
    private long nanosecondsOfChecks;

    YearCuts(LpEngine engine, ExpansionFormulation formulation) {
        this.engine = engine;
        this.whole = formulation.program();
        for (int j = 0; j < whole.variables().size(); j++) {
            variables.put(whole.variables().get(j).name(), j);
        }
        Set<Integer> ofFabric = new HashSet<>();
        for (int j = 0; j < whole.variables().size(); j++) {
            String name = whole.variables().get(j).name();
            boolean isFabric = name.startsWith(OPTION) || name.startsWith(ENDPOINTS);
            if (isFabric || formulation.vintage(YearNames.withoutYear(name)) > 0) {
                ofFabric.add(j);
            }
        }
        for (int i = 0; i < whole.constraints().size(); i++) {
            List<Term> terms = whole.constraints().get(i).terms();
            Set<Integer> years = new HashSet<>();
            terms.forEach(term -> years.add(yearOf(term.variable())));
            if (years.size() == 1 && terms.stream().allMatch(term -> ofFabric.contains(term.variable()))) {
                rowsOfYear
                        .computeIfAbsent(years.iterator().next(), absent -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    private int yearOf(int variable) {
        return YearNames.yearOf(whole.variables().get(variable).name());
    }

    /** The program with what is proven within the limits. */
    StrengthenedProgram find(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        for (Map.Entry<Integer, List<Integer>> rows : rowsOfYear.entrySet()) {
            Optional<Constraint> connected = rows.getValue().stream()
                    .map(whole.constraints()::get)
                    .filter(row -> row.name().equals(YearNames.in(rows.getKey(), CONNECTED)))
                    .findFirst();
            if (connected.isPresent() && !time.isOver()) {
                fast(rows.getValue(), connected.get(), time);
                tooSmall(rows.getValue(), connected.get(), time);
            }
        }
        return StrengthenedProgram.of(whole).with(lemmas, (double) nanosecondsOfChecks / limits.threads());
    }

    /** For each set of fabrics that some servers need: these servers' ports are no more than these fabrics' end points. */
    private void fast(List<Integer> rows, Constraint connected, TimeBudget time) {
        Map<Set<Integer>, Set<Integer>> servers = new HashMap<>();
        List<Set<Integer>> order = new ArrayList<>();
        for (int row : rows) {
            Constraint constraint = whole.constraints().get(row);
            if (constraint.name().startsWith(FAST_ENOUGH)) {
                Set<Integer> fabrics = new HashSet<>();
                Set<Integer> needing = new HashSet<>();
                for (Term term : constraint.terms()) {
                    (isNamed(term.variable(), OPTION) ? fabrics : needing).add(term.variable());
                }
                if (!servers.containsKey(fabrics)) {
                    order.add(fabrics);
                }
                servers.computeIfAbsent(fabrics, absent -> new HashSet<>()).addAll(needing);
            }
        }
        for (Set<Integer> fabrics : order) {
            Set<Integer> needing = new HashSet<>();
            servers.forEach((some, these) -> {
                if (fabrics.containsAll(some)) {
                    needing.addAll(these);
                }
            });
            Set<Integer> points = new HashSet<>();
            fabrics.forEach(option -> points.add(endpoints(option)));
            Map<Integer, Rational> costs = new TreeMap<>();
            for (Term term : connected.terms()) {
                if (needing.contains(term.variable()) || points.contains(term.variable())) {
                    costs.put(term.variable(), term.coefficient().negate());
                }
            }
            prove(rows, costs, time);
        }
    }

    private boolean isNamed(int variable, String beginning) {
        return whole.variables().get(variable).name().startsWith(beginning);
    }

    private int endpoints(int option) {
        String name = whole.variables().get(option).name();
        return variables.getOrDefault(ENDPOINTS + name.substring(OPTION.length()), option);
    }

    /** The fabrics with fewer end points than the demand needs are not taken. */
    private void tooSmall(List<Integer> rows, Constraint connected, TimeBudget time) {
        Map<Integer, Rational> ports = new TreeMap<>();
        for (Term term : connected.terms()) {
            if (!isNamed(term.variable(), ENDPOINTS)) {
                ports.put(term.variable(), term.coefficient());
            }
        }
        double least = relaxed(rows, ports, time);
        for (Term term : connected.terms()) {
            String name = whole.variables().get(term.variable()).name();
            Integer option = variables.get(OPTION + name.substring(Math.min(name.length(), ENDPOINTS.length())));
            if (name.startsWith(ENDPOINTS)
                    && option != null
                    && whole.variables().get(term.variable()).upper().doubleValue() < least) {
                prove(rows, Map.of(option, Rational.of(-1)), time);
            }
        }
    }

    /** That a sum is not below zero, or but for rounding, if it is so. */
    private void prove(List<Integer> rows, Map<Integer, Rational> costs, TimeBudget time) {
        if (time.isOver()) {
            return;
        }
        ProgramPart block = block(rows, costs);
        SolveLimits few =
                time.limits(0).withRelativeGap(GAP).withNodes(MOST_NODES).withThreads(1);
        PricedBlocks.search(engine, whole, block, all(costs), SIZE, few)
                .filter(found -> found.lemma()
                                .rightHandSide()
                                .plus(GAP.times(Rational.of(2)))
                                .signum()
                        > 0)
                .ifPresent(found -> {
                    lemmas.add(found.lemma());
                    nanosecondsOfChecks += found.nanosecondsOfCheck();
                });
    }

    /** The least value of a sum in the relaxation; nothing is known of it but that it is zero or above if the engine fails. */
    private double relaxed(List<Integer> rows, Map<Integer, Rational> costs, TimeBudget time) {
        ProgramPart block = block(rows, costs);
        List<Rational> own = block.variables().stream()
                .map(j -> costs.getOrDefault(j, Rational.ZERO))
                .toList();
        LinearProgram program = block.program(whole, own, Rational.ZERO);
        LpMatrix matrix = LpMatrix.of(program);
        double[] lower = new double[matrix.columns()];
        double[] upper = new double[matrix.columns()];
        Arrays.setAll(lower, j -> program.variables().get(j).lower().doubleValue());
        Arrays.setAll(upper, j -> program.variables().get(j).upper().doubleValue());
        LpAnswer answer = engine.open(matrix).solve(lower, upper, true, Math.max(1, time.nanosecondsLeft()));
        if (answer.status() != LpAnswer.Status.OPTIMAL || answer.point().length != matrix.columns()) {
            return 0;
        }
        double sum = 0;
        for (int j = 0; j < matrix.columns(); j++) {
            sum += matrix.cost(j) * answer.point()[j];
        }
        return sum;
    }

    private ProgramPart block(List<Integer> rows, Map<Integer, Rational> costs) {
        Set<Integer> mentioned = new TreeSet<>(costs.keySet());
        rows.forEach(row -> whole.constraints().get(row).terms().forEach(term -> mentioned.add(term.variable())));
        return new ProgramPart(List.copyOf(mentioned), rows);
    }

    private List<Rational> all(Map<Integer, Rational> costs) {
        List<Rational> all =
                new ArrayList<>(Collections.nCopies(whole.variables().size(), Rational.ZERO));
        costs.forEach(all::set);
        return all;
    }
}
