package io.dcsdk.optimizer.placement;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.workload.Demand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One location: the program of its design problem with all that may be placed there, changed in two ways.
 *
 * <p>A requirement that is {@code D = Σ_w m_w d_w} when all m_w parts are there is {@code rho D} with the share
 * {@code rho = Σ_w d_w y_w / D} when y_w of them are. What an adopted control adds is a share of that, rho z: it becomes a
 * variable {@code p >= rho + z − 1, p >= 0}, which is exact for z = 0 and z = 1. Bounds that hold for D hold for less.
 *
 * <p>With o = 1 if the location is in use: what the program asks for, or allows, whatever the demand is, it asks for or allows
 * times o, and o pays for what does not depend on any count. {@code y_w <= m_w o}; {@code o <= Σ_w y_w}.
 */
final class LocationPart {
    private final PlacementDraft draft;
    private final PlacementProblem problem;
    private final Location location;
    private final Map<PlaceableWorkload, Integer> most;
    private final DesignFormulation formulation;
    private final Demand whole;
    private final Map<String, Product> products = new LinkedHashMap<>();

    /** The share of a requirement that a control adds to: rho × adopted. */
    private record Product(String owner, String control) {}

    LocationPart(
            PlacementDraft draft, PlacementProblem problem, Location location, Map<PlaceableWorkload, Integer> most) {
        this.draft = draft;
        this.problem = problem;
        this.location = location;
        this.most = new LinkedHashMap<>(most);
        Map<String, Integer> parts = new TreeMap<>();
        most.forEach((workload, count) -> parts.put(workload.name(), count));
        DesignProblem full = problem.at(location, parts);
        this.formulation = DesignFormulation.of(full);
        this.whole = full.demand();
    }

    Location location() {
        return location;
    }

    Map<PlaceableWorkload, Integer> most() {
        return most;
    }

    DesignFormulation formulation() {
        return formulation;
    }

    String open() {
        return PlacementNames.open(location);
    }

    /** The choice of the place: declared before all else, for all else depends on it. */
    void declareChoices() {
        Rational fixed = Rational.of(location.opening(problem.finance()).base())
                .plus(formulation.program().constant());
        draft.builder.integer(open(), 0, 1, fixed);
        most.forEach((workload, count) ->
                draft.builder.integer(PlacementNames.place(workload, location), 0, count, Rational.ZERO));
    }

    void formulate() {
        LinearProgram own = formulation.program();
        for (int j = 0; j < own.variables().size(); j++) {
            Variable variable = own.variables().get(j);
            String name = PlacementNames.at(location, variable.name());
            draft.builder.variable(new Variable(name, variable.lower(), variable.upper(), variable.integer()));
            draft.builder.cost(name, own.costs().get(j));
        }
        PlacementDraft.Sum placed = new PlacementDraft.Sum();
        most.forEach((workload, count) -> {
            String variable = PlacementNames.place(workload, location);
            placed.add(variable, Rational.ONE);
            draft.physics(
                    "in-use." + variable,
                    new PlacementDraft.Sum().add(variable, Rational.ONE).add(open(), Rational.of(-count)),
                    Relation.LE,
                    Rational.ZERO);
        });
        draft.physics("in-use." + location.id(), placed.add(open(), Rational.of(-1)), Relation.GE, Rational.ZERO);
        for (int row = 0; row < own.constraints().size(); row++) {
            Constraint constraint = own.constraints().get(row);
            String owner = formulation.requirementOfRow().getOrDefault(constraint.name(), "");
            if (DemandFigure.isRequirement(owner)) {
                demanded(constraint, owner, RowScale.of(formulation, row));
            } else if (!owner.startsWith("available.")) {
                other(constraint, owner);
            }
        }
    }

    private PlacementDraft.Sum terms(List<Term> terms) {
        PlacementDraft.Sum sum = new PlacementDraft.Sum();
        for (Term term : terms) {
            sum.add(PlacementNames.at(location, variable(term)), term.coefficient());
        }
        return sum;
    }

    private String variable(Term term) {
        return formulation.program().variables().get(term.variable()).name();
    }

    /** A row that gives way by {@code C + Σ t z} when the whole demand goes: only rho of that is asked for. */
    private void demanded(Constraint constraint, String owner, RowScale scale) {
        PlacementDraft.Sum left = terms(constraint.terms());
        for (Term term : scale.terms()) {
            String control = PlacementNames.at(location, variable(term));
            String product = PlacementNames.covered(location, owner, variable(term));
            if (products.put(product, new Product(owner, control)) == null) {
                product(product, owner, control);
            }
            left.add(control, term.coefficient());
            left.add(product, term.coefficient().negate());
        }
        share(owner)
                .forEach((variable, part) ->
                        left.add(variable, part.times(scale.constant()).negate()));
        draft.physics(
                PlacementNames.at(location, constraint.name()),
                left,
                constraint.relation(),
                constraint.rightHandSide().minus(scale.constant()));
    }

    private void product(String product, String owner, String control) {
        draft.builder.continuous(product, Rational.ZERO, Rational.ONE, Rational.ZERO);
        PlacementDraft.Sum row =
                new PlacementDraft.Sum().add(product, Rational.ONE).add(control, Rational.of(-1));
        share(owner).forEach((variable, part) -> row.add(variable, part.negate()));
        draft.physics("share." + product, row, Relation.GE, Rational.of(-1));
    }

    /** Gives the products their least values: what an adopted control adds to. */
    void products(Map<String, Rational> values) {
        for (Map.Entry<String, Product> entry : products.entrySet()) {
            Rational adopted = values.getOrDefault(entry.getValue().control(), Rational.ZERO);
            Rational rho = Rational.ZERO;
            for (Map.Entry<String, Rational> term :
                    share(entry.getValue().owner()).entrySet()) {
                rho = rho.plus(term.getValue().times(values.getOrDefault(term.getKey(), Rational.ZERO)));
            }
            values.put(entry.getKey(), rho.plus(adopted).minus(Rational.ONE).max(Rational.ZERO));
        }
    }

    /** rho as a sum: for each part placed, its share of the requirement at its most. */
    private Map<String, Rational> share(String owner) {
        Rational all = Rational.of(DemandFigure.of(owner, whole));
        Map<String, Rational> share = new LinkedHashMap<>();
        most.keySet().forEach(workload -> {
            Rational each =
                    Rational.of(DemandFigure.of(owner, workload.workload().demand()));
            if (each.signum() > 0) {
                share.put(PlacementNames.place(workload, location), each.dividedBy(all));
            }
        });
        return share;
    }

    /** For each workload, the share of the requirement that one part asks for. */
    Map<PlaceableWorkload, Double> shares(String owner) {
        double all = DemandFigure.of(owner, whole).doubleValue();
        Map<PlaceableWorkload, Double> shares = new LinkedHashMap<>();
        most.keySet()
                .forEach(workload -> shares.put(
                        workload,
                        DemandFigure.of(owner, workload.workload().demand()).doubleValue() / all));
        return shares;
    }

    /** All zero must hold where the location is not in use, and nothing more is allowed there. */
    private void other(Constraint constraint, String owner) {
        PlacementDraft.Sum left = terms(constraint.terms());
        Rational right = constraint.rightHandSide();
        boolean says = constraint.relation() == Relation.LE ? right.signum() != 0 : right.signum() > 0;
        if (says || (constraint.relation() == Relation.EQ && right.signum() < 0)) {
            left.add(open(), right.negate());
            right = Rational.ZERO;
        }
        String name = PlacementNames.at(location, constraint.name());
        if (owner.isEmpty()) {
            draft.physics(name, left, constraint.relation(), right);
        } else {
            draft.requirement(ownerOf(owner), name, left, constraint.relation(), right);
        }
    }

    /** What is stated for every location has one owner; the limits of a place are its own. */
    private String ownerOf(String owner) {
        boolean isCommon = owner.startsWith("security.") || owner.equals("server-types");
        return isCommon ? owner : PlacementNames.limit(location, owner);
    }

    /** The coefficients of C, and those of E in kWh, by variable: what the weight of energy makes of the objective. */
    Map<String, Rational> costs() {
        return costs(0);
    }

    Map<String, Rational> energy() {
        Map<String, Rational> at = costs(1);
        costs().forEach((variable, cost) -> at.merge(variable, cost.negate(), Rational::plus));
        at.values().removeIf(Rational::isZero);
        return at;
    }

    private Map<String, Rational> costs(int dollarsPerKilowattHour) {
        EnergyWeight weight = new EnergyWeight(EnergyPrice.dollarsPerKilowattHour(dollarsPerKilowattHour));
        LinearProgram program =
                DesignFormulation.of(formulation.problem().withLambda(weight)).program();
        Map<String, Rational> costs = new LinkedHashMap<>();
        for (int j = 0; j < program.variables().size(); j++) {
            Rational cost = program.costs().get(j);
            if (!cost.isZero()) {
                costs.put(PlacementNames.at(location, program.variables().get(j).name()), cost);
            }
        }
        return costs;
    }

    /** Whether it is in use, and what is placed there. */
    List<String> choices() {
        List<String> names = new ArrayList<>();
        names.add(open());
        most.keySet().forEach(workload -> names.add(PlacementNames.place(workload, location)));
        return names;
    }

    /** All variables of the location; once it is formulated. */
    List<String> variables() {
        List<String> names = new ArrayList<>(choices());
        names.addAll(ownVariables());
        names.addAll(products.keySet());
        return names;
    }

    /** The variables of the location's own program, in its order, as the whole program calls them. */
    List<String> ownVariables() {
        List<String> names = new ArrayList<>();
        formulation.program().variables().forEach(variable -> names.add(PlacementNames.at(location, variable.name())));
        return names;
    }
}
