package io.dcsdk.optimizer.placement;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.LocationSelection;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A placement problem as a mixed-integer linear program in exact numbers.
 *
 * <pre>
 *   minimise  Σ_s (C_s + lambda_s E_s + opening_s o_s)
 *   Σ_s y_ws = parts_w               every part of workload w is somewhere
 *   y_ws &lt;= most_w o_s               and only where the location s is in use
 *   capacity of s &gt;= Σ_w d_w y_ws    for each figure of the demand
 *   limits of s, times o_s           and the limits of all locations together
 * </pre>
 *
 * <p>Units are those of {@link io.dcsdk.optimizer.formulation.DesignFormulation}. With one location that costs nothing to open,
 * the optimum is that of its design problem.
 */
public final class PlacementFormulation {
    private final PlacementProblem problem;
    private final List<LocationPart> parts;
    private final LinearProgram program;
    private final Map<String, String> requirementOfRow;

    private PlacementFormulation(PlacementProblem problem, List<LocationPart> parts, PlacementDraft draft) {
        this.problem = problem;
        this.parts = parts;
        this.program = draft.builder.build();
        this.requirementOfRow = ImmutableMap.copyOf(draft.requirementOfRow());
    }

    /**
     * States a problem as algebra. Where a workload may not be, there is no variable for it.
     *
     * @param problem the problem, with its catalogue
     * @return the formulation; the same for the same problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or is too large
     *     to be planned exactly
     */
    public static PlacementFormulation of(PlacementProblem problem) {
        return of(problem, false);
    }

    /**
     * States a problem with its rules of residency and latency as rows, so that they can take part in a conflict. Larger, and
     * otherwise the same.
     *
     * @param problem the problem, with its catalogue
     * @return the formulation; the same for the same problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or is too large
     *     to be planned exactly
     */
    public static PlacementFormulation withRules(PlacementProblem problem) {
        return of(problem, true);
    }

    private static PlacementFormulation of(PlacementProblem problem, boolean statesRules) {
        PlacementDraft draft = new PlacementDraft();
        List<LocationPart> parts = new ArrayList<>();
        for (Location location : problem.locations()) {
            Map<PlaceableWorkload, Integer> most = new LinkedHashMap<>();
            for (PlaceableWorkload workload : problem.workloads()) {
                if (statesRules || problem.admits(workload, location)) {
                    most.put(workload, workload.most());
                }
            }
            if (!most.isEmpty()) {
                parts.add(new LocationPart(draft, problem, location, most));
            }
        }
        parts.forEach(LocationPart::declareChoices);
        parts.forEach(LocationPart::formulate);
        JointPart joint = new JointPart(draft, problem, parts);
        joint.formulate();
        if (statesRules) {
            joint.rules();
        }
        return new PlacementFormulation(problem, parts, draft);
    }

    /**
     * The problem that was stated.
     *
     * @return the problem
     */
    public PlacementProblem problem() {
        return problem;
    }

    /**
     * The algebra.
     *
     * @return the program
     */
    public LinearProgram program() {
        return program;
    }

    /**
     * For each constraint that the user asked for, which requirement or limit it belongs to. The others say how data centres
     * work and are never to blame.
     *
     * @return requirement by name of the constraint
     */
    public Map<String, String> requirementOfRow() {
        return requirementOfRow;
    }

    /**
     * Reads a point.
     *
     * @param point one value for each variable, feasible for the program
     * @return what is placed and chosen at each location in use, in the order of the problem
     */
    public List<LocationSelection> selections(List<Rational> point) {
        Map<String, Rational> values = values(point);
        List<LocationSelection> selections = new ArrayList<>();
        for (LocationPart part : parts) {
            if (isOpen(part, values)) {
                SortedMap<String, Integer> placed = new TreeMap<>();
                part.most()
                        .keySet()
                        .forEach(workload -> placed.put(
                                workload.name(), whole(values, PlacementNames.place(workload, part.location()))));
                List<Rational> own = part.ownVariables().stream()
                        .map(name -> values.getOrDefault(name, Rational.ZERO))
                        .toList();
                selections.add(new LocationSelection(
                        part.location().id(), placed, part.formulation().selection(own)));
            }
        }
        return selections;
    }

    /**
     * A point without what is bought where nothing is: that can be within the gap, but it is of no use.
     *
     * @param point a feasible point
     * @return a feasible point; the objective never rises
     */
    public List<Rational> cleared(List<Rational> point) {
        Map<String, Rational> values = values(point);
        Map<String, Rational> cleared = new HashMap<>(values);
        for (LocationPart part : parts) {
            if (!isOpen(part, values)) {
                part.ownVariables().forEach(name -> cleared.put(name, Rational.ZERO));
            }
        }
        List<Rational> changed = inOrder(cleared);
        boolean isBetter = program.objective(changed).compareTo(program.objective(point)) <= 0;
        return isBetter && program.isFeasible(changed) ? changed : point;
    }

    /**
     * The point of a placement: what is in use, what is placed, and the point of each location's own program.
     *
     * @param placed parts of each workload by location
     * @param own values of each location's own variables by location, by the names that
     *     {@link io.dcsdk.optimizer.formulation.DesignFormulation} gives them; variables that are not there are zero
     * @return the point, if the program has such variables and it is feasible
     */
    public Optional<List<Rational>> point(
            Map<String, Map<String, Integer>> placed, Map<String, Map<String, Rational>> own) {
        Map<String, Rational> values = new HashMap<>();
        for (Location location : problem.locations()) {
            Map<String, Integer> here = placed.getOrDefault(location.id(), Map.of());
            if (here.values().stream().anyMatch(count -> count > 0)) {
                values.put(PlacementNames.open(location), Rational.ONE);
            }
            here.forEach((workload, count) ->
                    values.put(PlacementNames.place(problem.workload(workload), location), Rational.of(count)));
            own.getOrDefault(location.id(), Map.of())
                    .forEach((name, value) -> values.put(PlacementNames.at(location, name), value));
        }
        parts.forEach(part -> part.products(values));
        List<Rational> point = inOrder(values);
        return program.isFeasible(point) ? Optional.of(point) : Optional.empty();
    }

    /**
     * Which variables belong to which location. Rows over several locations have choices only, unless something limits all locations
     * together: budget, energy, carbon, or what the market has of an item.
     *
     * @return every variable of the program, by location, in the order of the problem
     */
    public List<LocationVariables> variablesByLocation() {
        Map<String, Integer> indices = new HashMap<>();
        for (int j = 0; j < program.variables().size(); j++) {
            indices.put(program.variables().get(j).name(), j);
        }
        return parts.stream()
                .map(part -> new LocationVariables(
                        part.location().id(),
                        part.variables().stream()
                                .map(name -> Objects.requireNonNull(indices.get(name)))
                                .sorted()
                                .toList(),
                        part.choices().stream()
                                .map(name -> Objects.requireNonNull(indices.get(name)))
                                .toList()))
                .toList();
    }

    /**
     * What workloads take at each location, roughly.
     *
     * @return one estimate for each location at which any workload may be, in the order of the problem
     */
    public List<LocationEstimate> estimates() {
        return parts.stream().map(LocationEstimate::of).toList();
    }

    private static boolean isOpen(LocationPart part, Map<String, Rational> values) {
        return whole(values, part.open()) == 1;
    }

    private static int whole(Map<String, Rational> values, String variable) {
        return values.getOrDefault(variable, Rational.ZERO).floor().intValueExact();
    }

    private Map<String, Rational> values(List<Rational> point) {
        Map<String, Rational> values = new HashMap<>();
        for (int j = 0; j < point.size(); j++) {
            values.put(program.variables().get(j).name(), point.get(j));
        }
        return values;
    }

    private List<Rational> inOrder(Map<String, Rational> values) {
        return program.variables().stream()
                .map(variable -> values.getOrDefault(variable.name(), Rational.ZERO))
                .toList();
    }
}
