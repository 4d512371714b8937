package io.dcsdk.optimizer.supply;

import static io.dcsdk.optimizer.supply.Supplies.energy;
import static io.dcsdk.optimizer.supply.Supplies.hours;
import static io.dcsdk.optimizer.supply.Supplies.power;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Load that waits: against a program that follows every piece of work, and by what must hold of it. */
final class FlexibleTest {
    private static final String DAY = hours(24) + """
            series:
              price: {daily: [9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,1,1]}
            demands:
              - {node: site, power: 1}
            sources:
              - {name: grid, node: site, capacity: {max: 20}, price: price}
            flexible:
              - {name: training, node: site, power: 2, window_hours: 4, max: 6}
            """;

    @Test
    void waitsForCheapHoursWithinItsWindowAndItsPower() {
        SupplySystem supply = Supplies.supply(DAY);
        Design design = Supplies.sized(supply);
        // Hours 18 to 21 wait for 22 and 23, with 22 and 23's own: 12 MWh at 6 MW. The other 36 MWh are bought at 9.
        assertEquals(22 * 9 + 2 + 36 * 9 + 12, design.cost(), 1e-3);
        assertEquals(48, energy(supply, design, "training"), 1e-6);
        assertEquals(6, power(supply, design, "training", 22), 1e-4);
        assertEquals(6, power(supply, design, "training", 23), 1e-4);
        assertEquals(72, supply.load(), 1e-12);
        assertEquals(
                SupplyPart.Kind.WAITING,
                Objects.requireNonNull(supply.capacities().get("training waiting"))
                        .kind());
    }

    @Test
    void withoutAWindowItIsFixedLoad() {
        String fixed = DAY.replace("power: 1}", "power: 3}").replaceAll("(?s)flexible:.*", "");
        SupplySystem none = Supplies.supply(DAY.replace("window_hours: 4", "window_hours: 0"));
        Design design = Supplies.sized(none);
        assertEquals(Supplies.cost(fixed), design.cost(), 1e-4);
        for (int t = 0; t < 24; t++) {
            assertEquals(2, power(none, design, "training", t), 1e-6);
        }
        assertTrue(Supplies.isInfeasible(
                Supplies.supply(DAY.replace("window_hours: 4, max: 6", "window_hours: 0, max: 1.9"))));
    }

    @Test
    void aLongerWindowNeverCostsMoreAndWorkIsNeitherLostNorEarlyNorLate() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int steps = 6 + random.nextInt(7);
            double[] work = tenths(random, steps);
            double[] price = Arrays.stream(tenths(random, steps))
                    .map(cheap -> cheap + 0.1)
                    .toArray();
            double before = Double.POSITIVE_INFINITY;
            for (int window = 0; window < steps; window += 2) {
                SupplySystem supply = random(work, price, window, 1.6);
                Design design = Supplies.sized(supply);
                assertTrue(design.cost() <= before + 1e-6 * (1 + before), "seed " + seed + ", window " + window);
                before = design.cost();
                follow(supply, design, work, window);
            }
        }
    }

    /** Work that is done by the end of a step: at least what is due, at most what has arrived, counted from any start. */
    private static void follow(SupplySystem supply, Design design, double[] work, int window) {
        int steps = work.length;
        int node = 1;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum += work[t] - power(supply, design, "training", t);
            double ahead = design.dispatch().level(node, t);
            double arrived = 0;
            for (int k = 0; k < window; k++) {
                arrived += work[Math.floorMod(t - k, steps)];
            }
            assertTrue(ahead >= -1e-9 && ahead <= arrived + 1e-9, "step " + t);
        }
        assertEquals(0, sum, 1e-6);
    }

    @Test
    void costsWhatAProgramOfEveryPieceOfWorkSays() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(100 + seed);
            int steps = 3 + random.nextInt(8);
            double[] work = tenths(random, steps);
            double[] price = Arrays.stream(tenths(random, steps))
                    .map(cheap -> cheap + 0.1)
                    .toArray();
            int window = random.nextInt(steps);
            double most = 1.2 + random.nextInt(10) / 10.0;
            double known = pieces(work, price, window, most);
            assertEquals(known, Supplies.cost(random(work, price, window, most)), 2e-6 * (1 + known), "seed " + seed);
        }
    }

    /** Variables for the work of each hour in each hour of its window; nothing of the reservoir's formulation. */
    private static double pieces(double[] work, double[] price, int window, double most) {
        int steps = work.length;
        LinearProgram.Builder program = LinearProgram.builder();
        for (int s = 0; s < steps; s++) {
            Map<String, Rational> all = new LinkedHashMap<>();
            for (int k = 0; k <= window; k++) {
                int t = (s + k) % steps;
                String name = s + " in " + t;
                program.continuous(name, Rational.ZERO, Rational.of(100), Rational.ofExactly(price[t]));
                all.put(name, Rational.ONE);
            }
            program.constraint("work " + s, all, Relation.EQ, Rational.ofExactly(work[s]));
        }
        for (int t = 0; t < steps; t++) {
            Map<String, Rational> running = new LinkedHashMap<>();
            for (int k = 0; k <= window; k++) {
                running.put(Math.floorMod(t - k, steps) + " in " + t, Rational.ONE);
            }
            program.constraint("most " + t, running, Relation.LE, Rational.ofExactly(most));
        }
        LinearProgram built = program.build();
        double[] lower = new double[built.variables().size()];
        double[] upper = new double[lower.length];
        Arrays.fill(upper, 100);
        LpAnswer answer = new OjAlgoEngine().open(LpMatrix.of(built)).solve(lower, upper, true);
        double sum = 0;
        for (int v = 0; v < lower.length; v++) {
            sum += built.costs().get(v).doubleValue() * answer.point()[v];
        }
        return sum;
    }

    private static double[] tenths(Random random, int steps) {
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            values[t] = random.nextInt(11) / 10.0;
        }
        values[random.nextInt(steps)] += 0.1;
        return values;
    }

    private static SupplySystem random(double[] work, double[] price, int window, double most) {
        StringBuilder rows = new StringBuilder("work,price\n");
        for (int t = 0; t < work.length; t++) {
            rows.append(work[t]).append(',').append(price[t]).append('\n');
        }
        String yaml = hours(work.length) + """
                series:
                  work: {file: work.csv, column: work}
                  price: {file: work.csv, column: price}
                sources:
                  - {name: grid, node: site, capacity: {max: 20}, price: price}
                flexible:
                  - {name: training, node: site, power: work, window_hours: %d, max: %s}
                """.formatted(window, most);
        return SupplyFolders.with(
                "work.csv", rows.toString(), folder -> SupplySystem.of(Supplies.document(yaml), folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window_hours: 4|window_hours: 4.5|must be a multiple of a step (1.0 h), from 0 to below the horizon",
                "window_hours: 4|window_hours: 24|use 0 for load that cannot wait.",
                "power: 2,|power: -2,|power (-2.0 MW) of flexible load training: is negative",
                "node: site, power: 2|node: cite, power: 2|Node",
            })
    void saysWhatIsWrongInFlexibleLoad(String before, String after, String message) {
        assertTrue(DAY.contains(before), before);
        String yaml = DAY.replace(before, after);
        if (message.equals("Node")) {
            // A node of its own that nothing supplies is no mistake of form: there is no supply.
            assertTrue(Supplies.isInfeasible(Supplies.supply(yaml)));
            return;
        }
        String refused = Supplies.refusal(yaml);
        assertTrue(refused.contains(message), refused);
    }
}
