package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two scenarios or two years, two servers, and limits that are mostly too tight; with every way to buy and run few of them.
 * {@code frugal} gives 100 TFLOP/s for 1 kW, {@code cheap} 100 TFLOP/s for 3 kW.
 *
 * @param price of a frugal and of a cheap server, in USD
 * @param available how many frugal ones can be had
 * @param budget in USD
 * @param siteWatts limit of the peak
 * @param energy limit of the energy of a scenario, or of all years, in kWh
 * @param demand in TFLOP/s, in each scenario or year
 */
record TinyConflicts(
        boolean isOfYears,
        List<Integer> price,
        int available,
        int budget,
        int siteWatts,
        int energy,
        int first,
        List<Integer> demand) {
    private static final int MOST = 7;
    private static final int HOURS = 8760;
    private static final String AVAILABLE = "available.frugal";

    static TinyConflicts ofScenarios(long seed) {
        return of(new Random(seed), false);
    }

    static TinyConflicts ofYears(long seed) {
        return of(new Random(seed), true);
    }

    private static TinyConflicts of(Random random, boolean isOfYears) {
        int first = 100 + random.nextInt(200);
        int factor = 1 + random.nextInt(2);
        return new TinyConflicts(
                isOfYears,
                List.of(900 + 100 * random.nextInt(5), 400 + 100 * random.nextInt(5)),
                random.nextInt(6),
                1000 * (1 + random.nextInt(6)),
                1000 * (3 + random.nextInt(12)),
                HOURS * (2 + random.nextInt(14)),
                first,
                List.of(first, first * factor));
    }

    private Server server(int kind) {
        Server plain = TinyDesigns.server(
                kind == 0 ? "frugal" : "cheap", "100", kind == 0 ? "1 kW" : "3 kW", price.get(kind), 0);
        return kind == 1
                ? plain
                : new Server(
                        plain.id(),
                        plain.name(),
                        plain.accelerator(),
                        plain.acceleratorCount(),
                        plain.processor(),
                        plain.memory(),
                        plain.interfaces(),
                        plain.idlePower(),
                        plain.maxPower(),
                        plain.rackUnits(),
                        plain.weight(),
                        plain.price(),
                        plain.maintenance(),
                        plain.sustainedEfficiency(),
                        plain.embodiedCarbon(),
                        Optional.of(available),
                        plain.sources());
    }

    private DesignProblem base() {
        Site site = new Site(
                Optional.of(Power.parse(siteWatts + " W")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Finance finance = Finance.over(TimeSpan.years(isOfYears ? 2 : 1)).withBudget(Money.dollars((double) budget));
        return DesignProblem.named("tiny", finance, EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "work",
                        ComputeRate.parse(first + " TFLOP/s bf16"),
                        DataSize.parse("0 TB"),
                        DataRate.parse("0 GB/s")))
                .fabric(FabricRule.NONE)
                .site(site)
                .catalog(TinyDesigns.catalog(server(0), server(1)))
                .build()
                .withEnergyLimit(Energy.parse(energy + " kWh"));
    }

    private Ratio factor() {
        return Ratio.of(BigDecimal.valueOf(demand.get(1) / first));
    }

    ScenarioProblem scenarios() {
        Ratio half = Ratio.of(new BigDecimal("0.5"));
        return ScenarioProblem.of(
                base(),
                List.of(Scenario.of("usual", half), Scenario.of("peak", half).withDemand(DemandFactors.all(factor()))));
    }

    ExpansionProblem expansion() {
        return ExpansionProblem.of(base()).withGrowth(DemandFactors.all(factor()));
    }

    private String where(int k) {
        return isOfYears ? "year " + (k + 1) : k == 0 ? "usual" : "peak";
    }

    /** The names of all that is stated. */
    Set<String> all() {
        Set<String> names = new TreeSet<>(Set.of("budget", AVAILABLE));
        for (int k = 0; k < 2; k++) {
            names.add("compute in " + where(k));
            names.add(isOfYears ? "site-power in " + where(k) : "energy in " + where(k));
        }
        names.add(isOfYears ? "energy" : "site-power");
        return names;
    }

    /** By how much each of what is stated is missed, in its own unit, by a way to buy and run. */
    private Map<String, Double> missed(int[] bought, int[][] inUse) {
        Map<String, Double> missed = new TreeMap<>();
        missed.put("budget", (double) price.get(0) * bought[0] + price.get(1) * bought[1] - budget);
        missed.put(AVAILABLE, (double) bought[0] - available);
        double years = 0;
        for (int k = 0; k < 2; k++) {
            double watts = inUse[k][0] * 1000 + inUse[k][1] * 3000;
            missed.put("compute in " + where(k), demand.get(k) - 100.0 * (inUse[k][0] + inUse[k][1]));
            if (isOfYears) {
                missed.put("site-power in " + where(k), watts - siteWatts);
            } else {
                missed.put("energy in " + where(k), watts * HOURS / 1000 - energy);
            }
            years += watts * HOURS / 1000;
        }
        if (isOfYears) {
            missed.put("energy", years - energy);
        } else {
            missed.put("site-power", (double) (bought[0] * 1000 + bought[1] * 3000) - siteWatts);
        }
        return missed;
    }

    private interface Visitor {
        void visit(Map<String, Double> missed);
    }

    private void everything(Visitor visitor) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a <= MOST; a++) {
            for (int b = 0; a + b <= MOST; b++) {
                pairs.add(new int[] {a, b});
            }
        }
        // More in use than bought is no way; less bought than the most in use is, in years, where some are retired.
        for (int[] one : pairs) {
            for (int[] other : pairs) {
                int[] least = {Math.max(one[0], other[0]), Math.max(one[1], other[1])};
                visitor.visit(missed(least, new int[][] {one, other}));
            }
        }
    }

    boolean canHold(Set<String> names) {
        boolean[] found = {false};
        everything(missed -> found[0] |= names.stream().allMatch(name -> missed.getOrDefault(name, 0.0) <= 0));
        return found[0];
    }

    /** The least sum of relative moves of the figures. */
    double cheapestRepair() {
        double[] least = {Double.POSITIVE_INFINITY};
        everything(missed -> {
            double price = Math.max(0, missed.getOrDefault("budget", 0.0)) / budget;
            price += Math.max(0, missed.getOrDefault(AVAILABLE, 0.0)) / Math.max(1, available);
            double site = Math.max(0, missed.getOrDefault("site-power", 0.0));
            double taken = Math.max(0, missed.getOrDefault("energy", 0.0));
            double share = 0;
            for (int k = 0; k < 2; k++) {
                site = Math.max(site, missed.getOrDefault("site-power in " + where(k), 0.0));
                taken = Math.max(taken, missed.getOrDefault("energy in " + where(k), 0.0));
                double lacking = Math.max(0, missed.getOrDefault("compute in " + where(k), 0.0)) / demand.get(k);
                share = isOfYears ? Math.max(share, lacking) : share + lacking;
            }
            least[0] = Math.min(least[0], price + site / siteWatts + taken / energy + share);
        });
        return least[0];
    }
}
