package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.optimizer.supply.SupplyTotals;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of a sweep, as they are printed.
 *
 * @param name of the system
 * @param currency of all costs
 * @param varied what is varied
 * @param of the entry that is meant, if it is one
 * @param points one for each value
 */
record SweepReport(String name, String currency, String varied, Optional<String> of, List<Point> points) {
    private static final int MOST_COLUMNS = 4;
    private static final double SAME = 1e-3;
    /** Of the largest. */
    private static final double LEAST_CHANGE = 0.01;

    /** A capacity: MW or MWh. */
    record Built(String name, double amount) {}

    /**
     * One value; all but the first two are absent where there is no design.
     *
     * @param value the value
     * @param status what is proven
     * @param cost of the horizon
     * @param bound no design costs less
     * @param carbonByLocation t
     * @param carbonByMarket t
     * @param hourlyCarbonFree at least this share of the load is met without carbon in the same hour
     * @param annualCarbonFree carbon-free energy over the load
     * @param capacities what is built, peaks left out
     */
    record Point(
            double value,
            Sizing.Status status,
            Optional<Double> cost,
            Optional<Double> bound,
            @JsonProperty("carbon_by_location") Optional<Double> carbonByLocation,
            @JsonProperty("carbon_by_market") Optional<Double> carbonByMarket,
            @JsonProperty("hourly_carbon_free") Optional<Double> hourlyCarbonFree,
            @JsonProperty("annual_carbon_free") Optional<Double> annualCarbonFree,
            List<Built> capacities) {

        static Point of(double value, SupplySystem supply, Sizing sizing) {
            Optional<Design> design = sizing.design();
            Optional<SupplyTotals> totals = design.map(found -> SupplyTotals.of(supply, found));
            List<Built> built = new ArrayList<>();
            List<Capacity> capacities = supply.system().capacities();
            for (int c = 0; c < capacities.size() && design.isPresent(); c++) {
                String name = capacities.get(c).name();
                Kind kind =
                        Objects.requireNonNull(supply.capacities().get(name)).kind();
                if (kind != Kind.PEAK && kind != Kind.CONNECTION && kind != Kind.DELIVERY) {
                    built.add(new Built(name, design.get().amounts().get(c)));
                }
            }
            return new Point(
                    value,
                    sizing.status(),
                    design.map(Design::cost),
                    design.map(found -> sizing.bound()),
                    totals.map(SupplyTotals::carbonByLocation),
                    totals.map(SupplyTotals::carbonByMarket),
                    totals.map(SupplyTotals::hourlyCarbonFree),
                    totals.map(SupplyTotals::annualCarbonFree),
                    built);
        }
    }

    void print(PrintWriter out) {
        out.printf("%s: %s%s%n%n", name, varied, of.map(entry -> " of " + entry).orElse(""));
        List<String> shown = changing();
        List<String> headings = new ArrayList<>(List.of(">Value", ">Cost", ">t", ">Carbon-free"));
        shown.forEach(capacity -> headings.add(">" + capacity));
        int[] widest = headings.stream().mapToInt(heading -> 20).toArray();
        TextTable table = new TextTable(headings, widest);
        for (Point point : points) {
            List<String> cells = new ArrayList<>();
            cells.add(Rounded.number(point.value()));
            if (point.cost().isEmpty()) {
                cells.add(point.status().toString());
            } else {
                cells.add(Rounded.number(point.cost().get()));
                double tonnes = point.carbonByLocation().orElse(0.0);
                cells.add(tonnes < SAME ? "0" : Rounded.number(tonnes));
                cells.add(Rounded.percent(point.hourlyCarbonFree().orElse(0.0)));
                for (String capacity : shown) {
                    double amount = amount(point, capacity);
                    cells.add(amount < SAME ? "0" : Rounded.number(amount));
                }
            }
            while (cells.size() < headings.size()) {
                cells.add("");
            }
            table.row(cells.toArray(String[]::new));
        }
        table.lines().forEach(out::println);
        out.printf(
                "%n  Cost in %s, carbon location-based, the share of the load that is met carbon-free in the same hour;%n",
                currency.isEmpty() ? "the document's currency" : currency);
        out.println("  MW and MWh of the capacities that change most. --json has all of them, with the bounds.");
    }

    /** The capacities that change most, in their order; what costs nothing ends anywhere near its largest use, which is no change. */
    private List<String> changing() {
        List<String> names = points.stream()
                .filter(point -> point.cost().isPresent())
                .findFirst()
                .map(point -> point.capacities().stream().map(Built::name).toList())
                .orElse(List.of());
        List<String> most = names.stream()
                .filter(capacity -> range(capacity) > Math.max(SAME, LEAST_CHANGE * largest(capacity)))
                .sorted((a, b) -> Double.compare(range(b), range(a)))
                .limit(MOST_COLUMNS)
                .toList();
        return names.stream().filter(most::contains).toList();
    }

    private double largest(String capacity) {
        return points.stream()
                .filter(point -> point.cost().isPresent())
                .mapToDouble(point -> amount(point, capacity))
                .max()
                .orElse(0);
    }

    private double range(String capacity) {
        return largest(capacity)
                - points.stream()
                        .filter(point -> point.cost().isPresent())
                        .mapToDouble(point -> amount(point, capacity))
                        .min()
                        .orElse(0);
    }

    private static double amount(Point point, String capacity) {
        return point.capacities().stream()
                .filter(built -> built.name().equals(capacity))
                .mapToDouble(Built::amount)
                .findFirst()
                .orElse(0);
    }
}
