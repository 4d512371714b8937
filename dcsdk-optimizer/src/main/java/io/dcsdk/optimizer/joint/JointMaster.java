package io.dcsdk.optimizer.joint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The design problem with one more variable, what its supply costs, and the cuts known of it: a relaxation of the joint
 * problem, so that its minimum is a lower bound of C + lambda E + S. Immutable.
 */
public final class JointMaster {
    /** The variable for what the supply costs over the horizon, in US dollars; no identifier holds these characters. */
    static final String SUPPLY_COST = "cost(supply)";

    /** The requirement that rows belong to which say what can be supplied. */
    public static final String SUPPLY = "supply";

    private final DesignFormulation formulation;
    private final LinearProgram program;
    private final ImmutableMap<String, String> requirementOfRow;

    private JointMaster(
            DesignFormulation formulation, LinearProgram program, ImmutableMap<String, String> requirementOfRow) {
        this.formulation = formulation;
        this.program = program;
        this.requirementOfRow = requirementOfRow;
    }

    /**
     * The relaxation with some cuts.
     *
     * @param problem the problem
     * @param formulation its design problem as algebra
     * @param cuts what is known of the supply
     * @return the relaxation; the same for the same arguments
     */
    public static JointMaster of(JointProblem problem, DesignFormulation formulation, List<SupplyCut> cuts) {
        LinearProgram stated = formulation.program();
        ImmutableMap<String, String> powers = formulation.meanPowerVariables();
        Map<String, Rational> uppers = new HashMap<>();
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            builder.variable(variable).cost(variable.name(), stated.costs().get(j));
            uppers.put(variable.name(), variable.upper());
        }
        builder.constant(stated.constant());
        for (Constraint row : stated.constraints()) {
            builder.constraint(row.name(), LinearTerms.byName(stated, row), row.relation(), row.rightHandSide());
        }
        Rational least = Rational.of(Rational.ofExactly(problem.leastCost())
                .times(problem.horizonDollars())
                .floor());
        builder.continuous(SUPPLY_COST, least, most(cuts, powers, uppers, least), Rational.ONE);
        ImmutableMap.Builder<String, String> owners = ImmutableMap.builder();
        owners.putAll(formulation.requirementOfRow());
        for (int k = 0; k < cuts.size(); k++) {
            SupplyCut cut = cuts.get(k);
            Map<String, Rational> terms = new LinkedHashMap<>();
            cut.perKilowatt()
                    .forEach((system, each) -> terms.put(
                            powers.getOrDefault(system, system),
                            Rational.of(each).negate()));
            String name = SUPPLY + "." + (k + 1);
            if (cut.kind() == SupplyCut.Kind.COST) {
                terms.put(SUPPLY_COST, Rational.ONE);
            } else {
                owners.put(name, SUPPLY);
            }
            builder.constraint(name, terms, Relation.GE, Rational.of(cut.constant()));
        }
        return new JointMaster(formulation, builder.build(), owners.buildOrThrow());
    }

    /** No minimum has more: there, the supply costs what the highest cut says. */
    private static Rational most(
            List<SupplyCut> cuts, Map<String, String> powers, Map<String, Rational> uppers, Rational least) {
        Rational most = least;
        for (SupplyCut cut : cuts) {
            Rational highest = Rational.of(cut.constant());
            for (Map.Entry<String, BigDecimal> entry : cut.perKilowatt().entrySet()) {
                Rational upper =
                        uppers.getOrDefault(powers.getOrDefault(entry.getKey(), entry.getKey()), Rational.ZERO);
                Rational each = Rational.of(entry.getValue());
                highest = highest.plus(each.max(Rational.ZERO).times(upper));
            }
            if (cut.kind() == SupplyCut.Kind.COST) {
                most = most.max(highest);
            }
        }
        return Rational.of(most.ceiling());
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
     * Which requirement or limit a row belongs to; what the supply can bring at most belongs to {@code supply}.
     *
     * @return requirement by name of the row; rows that nobody asked for are left out
     */
    public ImmutableMap<String, String> requirementOfRow() {
        return requirementOfRow;
    }

    /**
     * The design of a point.
     *
     * @param point one value for each variable
     * @return the values of the design's own variables, for {@link DesignFormulation#selection}
     */
    public List<Rational> design(List<Rational> point) {
        return List.copyOf(point.subList(0, formulation.program().variables().size()));
    }

    /**
     * A proof with the point of a design, where the supply costs what the highest cut says.
     *
     * @param proof of this relaxation
     * @param design the values of the design's own variables; empty if there is none
     * @return the proof with that point; as it was if it has none, or the cuts do not let the design be supplied
     */
    public Certificate at(Certificate proof, List<Rational> design) {
        int supply = program.variables().size() - 1;
        if (design.size() != supply || proof.point().isEmpty()) {
            return proof;
        }
        List<Rational> point = new ArrayList<>(design);
        point.add(Rational.ZERO);
        Rational cost = program.variables().get(supply).lower();
        for (Constraint row : program.constraints()) {
            if (row.terms().stream().anyMatch(term -> term.variable() == supply)) {
                cost = cost.max(row.slack(point).negate());
            }
        }
        point.set(supply, cost);
        return program.isFeasible(point) ? proof.withPoint(point) : proof;
    }

    /**
     * The mean power of the IT equipment at a point.
     *
     * @param point one value for each variable
     * @return kilowatts by cooling system, in the order of the catalogue
     */
    public ImmutableMap<String, Rational> meanKilowatts(List<Rational> point) {
        Map<String, Rational> values = new HashMap<>();
        for (int j = 0; j < point.size(); j++) {
            values.put(program.variables().get(j).name(), point.get(j));
        }
        ImmutableMap.Builder<String, Rational> powers = ImmutableMap.builder();
        formulation
                .meanPowerVariables()
                .forEach((system, name) -> powers.put(system, values.getOrDefault(name, Rational.ZERO)));
        return powers.buildOrThrow();
    }
}
