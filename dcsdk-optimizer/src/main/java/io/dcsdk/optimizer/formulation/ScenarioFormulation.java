package io.dcsdk.optimizer.formulation;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import io.dcsdk.optimizer.stochastic.TwoStageProgram;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scenario problem as a two-stage program in exact numbers.
 *
 * <p>The algebra of {@link DesignFormulation} is split by its rows. Rows about what is built, C and the budget are the first
 * stage. Rows about demand, mean power, energy and the output of supplies belong to each scenario, with that scenario's
 * figures and with what runs in place of what is bought: {@code running(i) <= i}, whole. What is rented adds to compute,
 * storage and network. See {@link ScenarioBlock} for the scenarios.
 */
public final class ScenarioFormulation {
    /** Requirements and limits on how a design is operated. */
    private static final Set<String> OPERATED = ImmutableSet.of(
            "compute",
            "accelerators",
            "accelerator-memory",
            "memory-bandwidth",
            "network",
            "storage",
            "storage-read",
            "storage-write",
            "storage-metadata",
            "energy",
            "supply-energy",
            "renewable-share",
            "carbon");

    private final ScenarioProblem problem;
    private final List<DesignFormulation> formulations;
    private final TwoStageProgram program;

    private ScenarioFormulation(
            ScenarioProblem problem, List<DesignFormulation> formulations, TwoStageProgram program) {
        this.problem = problem;
        this.formulations = formulations;
        this.program = program;
    }

    /**
     * States a problem as algebra.
     *
     * @param problem the problem, with its catalogue
     * @return the formulation; the same for the same problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or is too
     *     large to be planned exactly
     */
    public static ScenarioFormulation of(ScenarioProblem problem) {
        return of(problem, List.of());
    }

    /**
     * States a problem as algebra whose first stage leaves room for designs for other scenarios.
     *
     * @param problem the problem, with its catalogue
     * @param others scenarios for which a design may have been made that is to be tried here
     * @return the formulation
     */
    public static ScenarioFormulation of(ScenarioProblem problem, List<Scenario> others) {
        List<DesignProblem> alike = new ArrayList<>();
        problem.scenarios().forEach(scenario -> alike.add(problem.in(scenario)));
        others.forEach(scenario -> alike.add(problem.in(scenario)));
        List<DesignFormulation> formulations = new ArrayList<>();
        List<DesignFormulation> weightless = new ArrayList<>();
        for (int s = 0; s < problem.scenarios().size(); s++) {
            formulations.add(DesignFormulation.of(alike.get(s), alike));
            weightless.add(DesignFormulation.of(alike.get(s).withLambda(new EnergyWeight(EnergyPrice.ZERO)), alike));
        }
        LinearProgram firstStage = firstStage(weightless);
        List<io.dcsdk.optimizer.stochastic.RecourseBlock> blocks = new ArrayList<>();
        for (int s = 0; s < formulations.size(); s++) {
            blocks.add(new ScenarioBlock(problem.scenarios().get(s), formulations.get(s), weightless.get(s)).build());
        }
        return new ScenarioFormulation(problem, formulations, TwoStageProgram.of(firstStage, blocks, problem.risk()));
    }

    /** Whether a row says how a design is operated. */
    static boolean isOperation(DesignFormulation formulation, Constraint row) {
        String owner = formulation.requirementOfRow().getOrDefault(row.name(), "");
        return OPERATED.contains(owner)
                || row.name().equals("mean-heat")
                || row.name().startsWith("mean-below-peak.")
                || row.name().startsWith("output.");
    }

    /** Whether a variable or row only marks which items are used, where nothing limits their number. */
    private static boolean isIdleMark(DesignFormulation formulation, String name) {
        return formulation.problem().serverTypes().isEmpty() && (name.startsWith("use.") || name.startsWith("used("));
    }

    private static LinearProgram firstStage(List<DesignFormulation> weightless) {
        DesignFormulation first = weightless.get(0);
        Map<String, Rational> uppers = new HashMap<>();
        for (DesignFormulation formulation : weightless) {
            for (Variable variable : formulation.program().variables()) {
                uppers.merge(variable.name(), variable.upper(), Rational::max);
            }
        }
        LinearProgram.Builder builder = LinearProgram.builder();
        LinearProgram stated = first.program();
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            if (!VariableNames.isOperation(variable.name()) && !isIdleMark(first, variable.name())) {
                Rational upper = uppers.getOrDefault(variable.name(), variable.upper());
                builder.variable(new Variable(variable.name(), variable.lower(), upper, variable.integer()));
                builder.cost(variable.name(), stated.costs().get(j));
            }
        }
        builder.constant(stated.constant());
        for (Constraint row : stated.constraints()) {
            if (!isOperation(first, row) && !isIdleMark(first, row.name())) {
                builder.constraint(row.name(), LinearTerms.byName(stated, row), row.relation(), row.rightHandSide());
            }
        }
        return builder.build();
    }

    /**
     * The problem that was stated.
     *
     * @return the problem
     */
    public ScenarioProblem problem() {
        return problem;
    }

    /**
     * The algebra.
     *
     * @return the program; its first stage is what is bought
     */
    public TwoStageProgram program() {
        return program;
    }

    /**
     * A scenario's design problem as algebra.
     *
     * @param scenario its index, from 0
     * @return the formulation, as if nothing could be rented
     */
    public DesignFormulation inScenario(int scenario) {
        return formulations.get(scenario);
    }

    /**
     * Reads what is bought.
     *
     * @param point one value for each variable of the deterministic equivalent, feasible
     * @return how many of each item; the supplies without output
     */
    public Selection bought(List<Rational> point) {
        return selection(0, firstStageValues(point));
    }

    /**
     * Reads what runs in a scenario.
     *
     * @param scenario its index, from 0
     * @param point one value for each variable of the deterministic equivalent, feasible
     * @return how many of each item run, beside all else that is bought; the supplies with their output
     */
    public Selection running(int scenario, List<Rational> point) {
        Map<String, Rational> values = firstStageValues(point);
        values.putAll(program.valuesIn(scenario, point));
        problem.problem().items().servers().forEach(item -> run(values, item));
        problem.problem().items().storage().forEach(item -> run(values, item));
        return selection(scenario, values);
    }

    private static void run(Map<String, Rational> values, io.dcsdk.item.CatalogItem item) {
        values.put(VariableNames.count(item), values.getOrDefault(VariableNames.running(item), Rational.ZERO));
    }

    /**
     * What is rented in a scenario.
     *
     * @param scenario its index, from 0
     * @param requirement {@code compute}, {@code storage} or {@code network}
     * @param point one value for each variable of the deterministic equivalent
     * @return TFLOP/s, GB or GB/s
     */
    public Rational rented(int scenario, String requirement, List<Rational> point) {
        return program.valuesIn(scenario, point).getOrDefault(VariableNames.rent(requirement), Rational.ZERO);
    }

    private Map<String, Rational> firstStageValues(List<Rational> point) {
        Map<String, Rational> values = new LinkedHashMap<>();
        List<Variable> variables = program.firstStage().variables();
        for (int j = 0; j < variables.size(); j++) {
            values.put(variables.get(j).name(), point.get(j));
        }
        return values;
    }

    private Selection selection(int scenario, Map<String, Rational> values) {
        DesignFormulation formulation = formulations.get(scenario);
        return formulation.selection(formulation.program().variables().stream()
                .map(variable -> values.getOrDefault(variable.name(), Rational.ZERO))
                .toList());
    }
}
