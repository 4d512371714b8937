package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a sizing, as they are printed.
 *
 * @param name of the system
 * @param currency of all costs
 * @param status what is proven
 * @param cost of the horizon, capacities and operation
 * @param bound no design costs less
 * @param gap relative to the cost
 * @param costOfDemand cost of one MWh of demand
 * @param imbalance the worst balance of a node in a step, relative to its flows
 * @param carbon tonnes over the horizon, if a source's factor is known
 * @param carbonPrice what a tonne less under the cap costs, if there is a cap
 * @param capacities what to build
 * @param activities what runs
 */
record SizeReport(
        String name,
        String currency,
        Sizing.Status status,
        double cost,
        double bound,
        double gap,
        @JsonProperty("cost_of_demand") Optional<Double> costOfDemand,
        double imbalance,
        Optional<Double> carbon,
        @JsonProperty("carbon_price") Optional<Double> carbonPrice,
        List<Built> capacities,
        List<Run> activities) {

    /** A capacity: MW or MWh, and its cost. */
    record Built(String name, double amount, double cost) {}

    /** An activity: its energy in MWh, the cost of its operation, and what it could have brought but did not. */
    record Run(String name, double energy, double cost, double unused) {}

    static SizeReport of(SupplyDocument document, SupplySystem stated, EnergySystem system, Sizing sizing) {
        Design design = sizing.design().orElseThrow();
        DispatchAudit audit = design.audit();
        List<Built> built = new ArrayList<>();
        for (int c = 0; c < system.capacities().size(); c++) {
            Capacity capacity = system.capacities().get(c);
            double amount = design.amounts().get(c);
            built.add(new Built(capacity.name(), amount, amount * capacity.annualCost()));
        }
        List<Run> runs = new ArrayList<>();
        double carbon = 0;
        for (int j = 0; j < system.activities().size(); j++) {
            runs.add(run(system, design, j));
            Profile emission = stated.emissions().get(system.activities().get(j).name());
            for (int t = 0; emission != null && t < system.steps(); t++) {
                carbon += emission.at(t) * system.hours(t) * design.dispatch().power(j, t);
            }
        }
        double demand = demand(system);
        return new SizeReport(
                document.name(),
                document.currency().orElse(""),
                sizing.status(),
                audit.cost(),
                sizing.bound(),
                sizing.gap(),
                demand > 0 ? Optional.of(audit.cost() / demand) : Optional.empty(),
                audit.imbalance(),
                stated.emissions().isEmpty() ? Optional.empty() : Optional.of(carbon),
                stated.limit(SupplySystem.CARBON_CAP).stream()
                        .mapToObj(design.prices()::ofLimit)
                        .findFirst(),
                built,
                runs);
    }

    private static Run run(EnergySystem system, Design design, int j) {
        Activity activity = system.activities().get(j);
        Dispatch dispatch = design.dispatch();
        double energy = 0;
        double cost = 0;
        double unused = 0;
        for (int t = 0; t < system.steps(); t++) {
            double power = dispatch.power(j, t);
            energy += system.hours(t) * power;
            cost += system.hours(t) * power * activity.cost().at(t);
            unused += system.hours(t) * (available(system, design, activity, t) - power);
        }
        return new Run(activity.name(), energy, cost, unused);
    }

    private static double available(EnergySystem system, Design design, Activity activity, int t) {
        Limit limit = activity.limit();
        String capacity = limit.capacities().get(limit.periodOf(t));
        for (int c = 0; c < system.capacities().size(); c++) {
            if (system.capacities().get(c).name().equals(capacity)) {
                return limit.availability().at(t) * design.amounts().get(c);
            }
        }
        return 0;
    }

    private static double demand(EnergySystem system) {
        double sum = 0;
        for (Node node : system.nodes()) {
            for (int t = 0; t < system.steps(); t++) {
                sum += system.hours(t) * node.demand().at(t);
            }
        }
        return sum;
    }

    void print(PrintWriter out) {
        out.printf("%s: %s%n%n", name, status);
        TextTable table = new TextTable(List.of("Build", ">MW or MWh", ">Cost a year"), 40, 20, 20);
        for (Built item : capacities) {
            table.row(item.name(), shown(item.amount()), shown(item.cost()));
        }
        table.lines().forEach(out::println);
        out.println();
        TextTable use = new TextTable(List.of("Run", ">MWh", ">Unused MWh", ">Cost a year"), 40, 20, 20, 20);
        for (Run run : activities) {
            use.row(run.name(), shown(run.energy()), shown(run.unused()), shown(run.cost()));
        }
        use.lines().forEach(out::println);
        out.println();
        out.printf("  Cost         %s %s a year%n", Rounded.number(cost), currency);
        costOfDemand.ifPresent(each -> out.printf("  Each MWh     %s %s of demand%n", Rounded.number(each), currency));
        carbon.ifPresent(tonnes -> out.printf("  Carbon       %s t%n", shown(tonnes)));
        carbonPrice.ifPresent(price -> out.printf("  Carbon cap   one t less costs %s %s%n", shown(price), currency));
        out.printf("  Lower bound  %s %s: no design costs less%n", Rounded.number(bound), currency);
        out.printf("  Gap          %s of the cost%n", Rounded.number(gap));
        out.printf("  Checked      every balance to %s of its flows%n", Rounded.number(imbalance));
    }

    /** What is below a millionth is where the method stopped, not something to build. */
    private static String shown(double value) {
        return Math.abs(value) < 1e-3 ? "0" : Rounded.number(value);
    }
}
