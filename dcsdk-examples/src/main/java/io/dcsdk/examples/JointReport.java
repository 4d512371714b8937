package io.dcsdk.examples;

import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointRound;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.optimizer.supply.SupplyTotals;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a joint plan, as they are printed.
 *
 * @param name of the problem
 * @param status what is proven
 * @param objective C + lambda E + S
 * @param lowerBound no design with its supply has a smaller objective
 * @param gap between the two, over the objective
 * @param cost C over the horizon
 * @param energy E over the horizon
 * @param supplyCost S over the horizon
 * @param selection what is chosen
 * @param billOfMaterials the same with prices
 * @param capacities of the supply
 * @param capital how investments became costs, of capacities that state them, in the currency of the supply
 * @param currency of the supply, in which the capital is
 * @param activities of the supply
 * @param carbon of the supply, if the factor of a source is known
 * @param rounds of the search
 * @param conflict what cannot hold together, if infeasible
 * @param binding limits of the supply that the conflict rests on
 * @param facility the weather, and what the cooling systems are in it
 * @param verified what the independent verifier says
 */
record JointReport(
        String name,
        JointResult.Status status,
        Optional<Money> objective,
        Optional<Money> lowerBound,
        Optional<Ratio> gap,
        Optional<Money> cost,
        Optional<Energy> energy,
        Optional<Money> supplyCost,
        Optional<Selection> selection,
        List<ItemCount> billOfMaterials,
        List<Built> capacities,
        List<CapitalFigures> capital,
        String currency,
        List<Run> activities,
        Optional<CarbonFigures> carbon,
        List<JointRound> rounds,
        List<Outcome.Conflict> conflict,
        List<String> binding,
        JointFacility facility,
        String verified) {

    /** A capacity: MW or MWh, and its cost over the horizon. */
    record Built(String name, double amount, double cost) {}

    /** An activity: MWh over the horizon. */
    record Run(String name, double energy) {}

    static JointReport of(SupplySystem stated, JointFacility facility, JointProblem problem, JointResult result) {
        Optional<JointPlan> plan = result.plan();
        return new JointReport(
                problem.design().name(),
                result.status(),
                plan.map(JointPlan::objective),
                result.lowerBound(),
                result.gap(),
                plan.map(found -> found.evaluation().cost().total()),
                plan.map(found -> found.evaluation().energy().total()),
                plan.map(JointPlan::supplyCost),
                plan.map(JointPlan::selection),
                plan.map(JointPlan::billOfMaterials).orElse(List.of()),
                plan.map(found -> built(problem, found.supply())).orElse(List.of()),
                plan.map(found -> capital(stated, problem, found.supply())).orElse(List.of()),
                stated.document().currency().orElse(FacilityInput.DOLLARS),
                plan.map(found -> runs(problem, found.supply())).orElse(List.of()),
                plan.flatMap(found -> CarbonFigures.of(
                        stated,
                        SupplyTotals.of(stated, found.supply(), found.load()),
                        problem.repetitions().doubleValue())),
                result.rounds(),
                result.conflict(),
                result.binding(),
                facility,
                JointVerifier.verify(problem, result).message());
    }

    private static List<Built> built(JointProblem problem, Sizing.Design design) {
        List<Capacity> capacities = problem.supply().capacities();
        double times = problem.horizonDollars().doubleValue();
        List<Built> list = new ArrayList<>();
        for (int c = 0; c < capacities.size(); c++) {
            double amount = design.amounts().get(c);
            list.add(new Built(
                    capacities.get(c).name(),
                    amount,
                    times * amount * capacities.get(c).annualCost()));
        }
        return list;
    }

    private static List<CapitalFigures> capital(SupplySystem stated, JointProblem problem, Sizing.Design design) {
        List<Capacity> capacities = problem.supply().capacities();
        Map<String, Double> amounts = new HashMap<>();
        for (int c = 0; c < capacities.size(); c++) {
            amounts.put(capacities.get(c).name(), design.amounts().get(c));
        }
        return CapitalFigures.of(stated.capitals(), amounts);
    }

    private static List<Run> runs(JointProblem problem, Sizing.Design design) {
        EnergySystem system = problem.supply();
        double times = problem.repetitions().doubleValue();
        List<Run> list = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            Activity activity = system.activities().get(j);
            double energy = 0;
            for (int t = 0; t < system.steps(); t++) {
                energy += system.hours(t) * design.dispatch().power(j, t);
            }
            list.add(new Run(activity.name(), times * energy));
        }
        return list;
    }

    void print(PrintWriter out, double seconds) {
        out.printf("%s: %s%n%n", name, status);
        facility.print(out);
        rounds(out);
        conflict.stream()
                .map(Outcome.Conflict::constraint)
                .distinct()
                .forEach(each -> out.printf("  Cannot hold together: %s%n", each));
        if (!binding.isEmpty()) {
            out.printf("  The supply is limited by: %s%n", String.join(", ", binding));
        } else if (conflict.stream().anyMatch(each -> each.constraint().equals(JointMaster.SUPPLY))) {
            out.printf(
                    "  However much supply is built: nothing can bring energy, or take what is fed in, in some of the steps.%n");
        }
        if (selection.isPresent()) {
            plan(out);
        }
        objective.ifPresent(value -> out.printf("  Objective    %s = C + lambda E + S%n", Rounded.money(value)));
        lowerBound.ifPresent(value -> out.printf(
                "  Lower bound  %s: no design with its supply has a smaller objective%n", Rounded.money(value)));
        gap.ifPresent(value -> out.printf("  Gap          %s%n", Rounded.percent(value.value())));
        out.printf("  Verified     %s%n", verified);
        out.printf("  Time         %s s, %d rounds%n", Rounded.number(seconds), rounds.size());
    }

    private void rounds(PrintWriter out) {
        TextTable table = new TextTable(
                List.of(">Round", "Cooling", ">Mean IT", ">With its supply", ">Lower bound", ">Gap"),
                6,
                30,
                16,
                20,
                20,
                12);
        for (JointRound round : rounds) {
            table.row(
                    String.valueOf(round.number()),
                    round.cooling().orElse("none"),
                    Rounded.number(round.meanIt().in(Power.Unit.KILOWATT)) + " kW",
                    round.objective().map(Rounded::money).orElse("not supplied"),
                    Rounded.money(round.lowerBound()),
                    round.gap().map(value -> Rounded.percent(value.value())).orElse("-"));
        }
        table.lines().forEach(out::println);
        out.println();
    }

    private void plan(PrintWriter out) {
        TextTable items = new TextTable(List.of("Buy", "Item", ">Count", ">Price"), 12, 50, 12, 20);
        for (ItemCount line : billOfMaterials) {
            items.row(line.category(), line.id(), Rounded.number(line.count()), Rounded.money(line.price()));
        }
        items.lines().forEach(out::println);
        out.println();
        TextTable supply = new TextTable(List.of("Build", ">MW or MWh", ">Cost"), 40, 20, 20);
        for (Built item : capacities) {
            supply.row(item.name(), shown(item.amount()), shown(item.cost()));
        }
        supply.lines().forEach(out::println);
        out.println();
        Map<String, Double> costs = new LinkedHashMap<>();
        capacities.forEach(built -> costs.merge(built.name(), built.cost(), Double::sum));
        CapitalFigures.print(out, capital, costs, currency);
        TextTable use = new TextTable(List.of("Run", ">MWh"), 40, 20);
        for (Run run : activities) {
            use.row(run.name(), shown(run.energy()));
        }
        use.lines().forEach(out::println);
        out.println();
        cost.ifPresent(value -> out.printf("  C            %s over the horizon%n", Rounded.money(value)));
        energy.ifPresent(value -> out.printf("  E            %s%n", Rounded.quantity(value)));
        supplyCost.ifPresent(value -> out.printf("  S            %s for the supply%n", Rounded.money(value)));
        carbon.ifPresent(figures -> figures.print(out));
    }

    private static String shown(double value) {
        return Math.abs(value) < 1e-3 ? "0" : Rounded.number(value);
    }
}
