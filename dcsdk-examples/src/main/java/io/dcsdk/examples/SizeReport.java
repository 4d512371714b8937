package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.hourly.SizingLedger;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.optimizer.supply.SupplyTotals;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of a sizing, as they are printed.
 *
 * @param name of the system
 * @param currency of all costs
 * @param hours of the horizon: all costs, energies and tonnes are of these
 * @param status what is proven
 * @param cost of the horizon, capacities and operation
 * @param bound no design costs less
 * @param gap relative to the cost
 * @param costOfDemand cost of one MWh of demand
 * @param imbalance the worst balance of a node in a step, relative to its flows
 * @param carbon tonnes over the horizon, if a source's factor is known
 * @param account what is emitted on both bases, and what is free of carbon, if a source's factor or share is known
 * @param carbonPrice what a tonne less under the cap costs, if there is a cap
 * @param capacities what to build
 * @param capital how investments became costs, of capacities that state them
 * @param activities what runs
 * @param typical what typical days did, if the capacities were sized on some
 */
record SizeReport(
        String name,
        String currency,
        double hours,
        Sizing.Status status,
        double cost,
        double bound,
        double gap,
        @JsonProperty("cost_of_demand") Optional<Double> costOfDemand,
        double imbalance,
        Optional<Double> carbon,
        Optional<CarbonFigures> account,
        @JsonProperty("carbon_price") Optional<Double> carbonPrice,
        List<Built> capacities,
        List<CapitalFigures> capital,
        List<Run> activities,
        @JsonProperty("typical_days") Optional<TypicalFigures> typical) {

    private static final double HOURS_A_YEAR = 8760;
    private static final double HOURS_A_LEAP_YEAR = 8784;

    /** A capacity: MW or MWh, and its cost over the horizon. */
    record Built(String name, double amount, double cost) {}

    /**
     * An activity: its energy in MWh, the cost of its operation, what it could have brought but did not, its tonnes if its factor is
     * known, and where that is from.
     */
    record Run(
            String name,
            double energy,
            double cost,
            double unused,
            Optional<Double> carbon,
            @JsonProperty("carbon_source") Optional<String> carbonSource) {}

    static SizeReport of(
            SupplyDocument document,
            SupplySystem stated,
            EnergySystem system,
            Sizing sizing,
            Optional<TypicalFigures> typical) {
        Design design = sizing.design().orElseThrow();
        DispatchAudit audit = design.audit();
        SizingLedger ledger = SizingLedger.of(system, design, stated.emissions());
        OptionalDouble carbon = ledger.carbon();
        Map<String, String> sources = FactorSources.of(document);
        return new SizeReport(
                document.name(),
                document.currency().orElse(""),
                IntStream.range(0, system.steps()).mapToDouble(system::hours).sum(),
                sizing.status(),
                audit.cost(),
                sizing.bound(),
                sizing.gap(),
                ledger.demand() > 0 ? Optional.of(audit.cost() / ledger.demand()) : Optional.empty(),
                audit.imbalance(),
                carbon.isPresent() ? Optional.of(carbon.getAsDouble()) : Optional.empty(),
                CarbonFigures.of(stated, SupplyTotals.of(stated, design), 1),
                stated.limit(SupplySystem.CARBON_CAP).stream()
                        .mapToObj(design.prices()::ofLimit)
                        .findFirst(),
                ledger.built().stream()
                        .map(built -> new Built(built.name(), built.amount(), built.cost()))
                        .toList(),
                CapitalFigures.of(
                        stated.capitals(),
                        ledger.built().stream()
                                .collect(Collectors.toMap(SizingLedger.Built::name, SizingLedger.Built::amount))),
                ledger.runs().stream()
                        .map(each -> run(each, Optional.ofNullable(sources.get(each.name()))))
                        .toList(),
                typical);
    }

    private static Run run(SizingLedger.Run run, Optional<String> source) {
        return new Run(
                run.name(),
                run.energy(),
                run.cost(),
                run.unused(),
                run.carbon().isPresent() ? Optional.of(run.carbon().getAsDouble()) : Optional.empty(),
                run.carbon().isPresent() ? source : Optional.empty());
    }

    private boolean isYear() {
        return hours == HOURS_A_YEAR || hours == HOURS_A_LEAP_YEAR;
    }

    private String span() {
        return "over %s h".formatted(Rounded.number(hours));
    }

    private String costHeading() {
        return isYear() ? ">Cost a year" : ">Cost " + span();
    }

    void print(PrintWriter out) {
        out.printf("%s: %s%n%n", name, status);
        TextTable table = new TextTable(List.of("Build", ">MW or MWh", costHeading()), 40, 20, 20);
        for (Built item : capacities) {
            table.row(item.name(), shown(item.amount()), shown(item.cost()));
        }
        table.lines().forEach(out::println);
        out.println();
        Map<String, Double> costs = new LinkedHashMap<>();
        capacities.forEach(built -> costs.merge(built.name(), built.cost(), Double::sum));
        CapitalFigures.print(out, capital, costs, currency);
        TextTable use = new TextTable(List.of("Run", ">MWh", ">Unused MWh", costHeading()), 40, 20, 20, 20);
        for (Run run : activities) {
            use.row(run.name(), shown(run.energy()), shown(run.unused()), shown(run.cost()));
        }
        use.lines().forEach(out::println);
        out.println();
        out.printf("  Cost         %s %s %s%n", Rounded.number(cost), currency, isYear() ? "a year" : span());
        costOfDemand.ifPresent(each -> out.printf("  Each MWh     %s %s of demand%n", Rounded.number(each), currency));
        carbon.ifPresent(tonnes -> out.printf("  Carbon       %s t%n", shown(tonnes)));
        account.ifPresent(figures -> figures.print(out));
        activities.forEach(run ->
                run.carbonSource().ifPresent(source -> out.printf("    factor of %s: %s%n", run.name(), source)));
        carbonPrice.ifPresent(price -> out.printf("  Carbon cap   one t less costs %s %s%n", shown(price), currency));
        out.printf("  Lower bound  %s %s: no design costs less%n", Rounded.number(bound), currency);
        out.printf("  Gap          %s of the cost%n", Rounded.number(gap));
        out.printf("  Checked      every balance to %s of its flows%n", Rounded.number(imbalance));
        typical.ifPresent(figures -> figures.print(out, currency));
    }

    /** What is below a millionth is where the method stopped, not something to build. */
    private static String shown(double value) {
        return Math.abs(value) < 1e-3 ? "0" : Rounded.number(value);
    }
}
