package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.sizing.Sizing.Status;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.sizing.SystemLp;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents with some of everything at once, against one linear program of all their rows. */
final class RandomSupplyTest {
    private static final int SUPPLIES = Math.max(50, Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 20);

    @Test
    void everythingTogetherReachesTheMinimumOfOneLinearProgram() {
        int infeasible = 0;
        int open = 0;
        for (int seed = 0; seed < SUPPLIES; seed++) {
            SupplySystem supply = random(new Random(seed));
            OptionalDouble minimum = SystemLp.minimum(supply.system());
            Sizing sizing = SizingOptimizer.solve(supply.system(), new SizingOptions(1e-6, 300));
            String context = "supply " + seed + ": " + sizing.status() + " " + sizing.gap() + ", minimum " + minimum;
            if (minimum.isEmpty()) {
                assertEquals(Status.INFEASIBLE, sizing.status(), context);
                infeasible++;
                continue;
            }
            double known = minimum.getAsDouble();
            Design design = sizing.design().orElseThrow(() -> new AssertionError(context));
            open += sizing.status() == Status.GAP_CLOSED ? 0 : 1;
            double tolerance = Math.max(1e-6 * (1 + Math.abs(known)), 1.001 * sizing.gap() * Math.abs(known));
            assertEquals(known, design.cost(), tolerance, context);
            assertTrue(sizing.bound() <= known + 1e-9 * (1 + Math.abs(known)), context);
            assertTrue(design.audit().isFeasible(), context);
        }
        int left = open;
        int none = infeasible;
        assertTrue(left <= SUPPLIES / 50, () -> left + " gaps left open of " + SUPPLIES);
        assertTrue(none < SUPPLIES / 2, () -> none + " infeasible of " + SUPPLIES);
        System.out.println("supply: " + infeasible + " infeasible, " + open + " gaps left open of " + SUPPLIES);
    }

    private static SupplySystem random(Random random) {
        int steps = 4 + random.nextInt(6);
        StringBuilder rows = new StringBuilder("load,sun,price,intensity\n");
        for (int t = 0; t < steps; t++) {
            rows.append("%s,%s,%s,%s\n"
                    .formatted(tenths(random, 20), tenths(random, 10), 20 + random.nextInt(60), tenths(random, 9)));
        }
        StringBuilder yaml = new StringBuilder(hours(steps));
        yaml.append("calendar: {start: \"2023-07-03T12:00:00-07:00\", zone: America/Los_Angeles}\nseries:\n");
        for (String column : new String[] {"load", "sun", "price", "intensity"}) {
            yaml.append("  %s: {file: s.csv, column: %s}\n".formatted(column, column));
        }
        yaml.append("""
                tariffs:
                  - name: tou
                    energy:
                      - {price: 30, hours: [14-17]}
                      - {price: 10}
                    demand:
                      - {name: any time, charge: %d}
                      - {name: on-peak, charge: %d, hours: [14-17]}
                demands:
                  - {node: site, power: load}
                sources:
                """.formatted(random.nextInt(50), random.nextInt(80)));
        String tariff = random.nextBoolean() ? ", tariff: tou" : "";
        yaml.append("  - {name: grid, node: site, capacity: {max: 6}, price: price%s, carbon: intensity,"
                        .formatted(tariff))
                .append(" carbon_market: 0.4, carbon_free: 0.3}\n")
                .append(
                        "  - {name: solar, node: site, capacity: {annual_cost: 60}, availability: sun, carbon_free: 1}\n")
                .append("  - {name: unserved, node: site, capacity: {max: 4}, price: 500}\n");
        if (random.nextBoolean()) {
            yaml.append("sales: [{name: feed-in, over: grid, price: %d}]\n".formatted(random.nextInt(20)));
        }
        if (random.nextBoolean()) {
            yaml.append("""
                    flexible:
                      - {name: training, node: site, power: sun, window_hours: %d, max: 1.5}
                    """.formatted(random.nextInt(steps)));
        }
        if (random.nextBoolean()) {
            yaml.append("""
                    generators:
                      - {name: diesel, node: site, capacity: {annual_cost: 20}, efficiency: 0.4, fuel_price: 40, fuel_carbon: 0.27, most_hours: %d}
                    """.formatted(1 + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            String profile = random.nextBoolean() ? ", profile: sun" : "";
            yaml.append("""
                    agreements:
                      - {name: park, node: site, capacity: {max: %d}, strike: %d%s, behind_the_meter: true}
                    """.formatted(1 + random.nextInt(4), 20 + random.nextInt(40), profile));
        }
        if (random.nextBoolean()) {
            yaml.append("""
                    storages:
                      - name: battery
                        node: site
                        power: {annual_cost: %d}
                        energy: {annual_cost: %d}
                        least_hours: 1
                        most_hours: %d
                        charge_efficiency: 0.9
                        discharge_efficiency: 0.95
                        hourly_loss: 0.01
                        depth_of_discharge: 0.8
                        ageing_cost: %d
                    """.formatted(
                            1 + random.nextInt(9), 1 + random.nextInt(20), 2 + random.nextInt(4), random.nextInt(9)));
        }
        String basis = random.nextBoolean() ? "market" : "location";
        String cap = random.nextInt(3) == 0 ? ", cap: %s".formatted(tenths(random, 40) + 0.1) : "";
        yaml.append("carbon: {price: %d, basis: %s%s}\n".formatted(random.nextInt(100), basis, cap));
        if (random.nextInt(3) == 0) {
            yaml.append("carbon_free: {%s: %s}\n"
                    .formatted(random.nextBoolean() ? "hourly" : "annual", (1 + random.nextInt(9)) / 10.0));
        }
        return SupplyFolders.with(
                "s.csv", rows.toString(), folder -> SupplySystem.of(Supplies.document(yaml.toString()), folder));
    }

    private static double tenths(Random random, int most) {
        return random.nextInt(most + 1) / 10.0;
    }
}
