package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.supply.CapitalCost;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an investment became a cost by the year, as it is printed.
 *
 * @param name of the capacity
 * @param investment currency for one MW or MWh
 * @param lifetime years of the annuity
 * @param interest rate a year
 * @param annuity currency for one MW or MWh and year
 * @param fixedOm currency for one MW or MWh and year
 * @param invested currency for what is built
 */
record CapitalFigures(
        String name,
        double investment,
        @JsonProperty("lifetime_years") int lifetime,
        @JsonProperty("interest_rate") double interest,
        double annuity,
        @JsonProperty("fixed_om") double fixedOm,
        double invested) {
    /** Of what all cost: less is where the method stopped. */
    private static final double LEAST_SHARE = 1e-6;

    private static final int MOST_NAMES = 6;

    /**
     * The figures of all capacities that state them.
     *
     * @param capitals by the name of the capacity
     * @param amounts what is built, by the name of the capacity
     */
    static List<CapitalFigures> of(Map<String, CapitalCost> capitals, Map<String, Double> amounts) {
        return capitals.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), amounts.getOrDefault(entry.getKey(), 0.0)))
                .toList();
    }

    private static CapitalFigures of(String name, CapitalCost cost, double amount) {
        return new CapitalFigures(
                name,
                cost.investment(),
                cost.lifetimeYears(),
                cost.interestRate(),
                cost.annuity(),
                cost.fixedOm(),
                cost.investment() * amount);
    }

    /**
     * Prints a table and the sum of what is invested, and names what costs without being in it; nothing where no capacity states an
     * investment.
     *
     * @param costs by the name of each capacity that is built
     */
    static void print(PrintWriter out, List<CapitalFigures> capital, Map<String, Double> costs, String currency) {
        if (capital.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                List.of("Invest", ">For one", ">Years", ">Interest", ">Annuity", ">Fixed O&M", ">Invested"),
                30,
                16,
                8,
                10,
                16,
                16,
                20);
        double sum = 0;
        for (CapitalFigures each : capital) {
            table.row(
                    each.name(),
                    Rounded.number(each.investment()),
                    Rounded.number(each.lifetime()),
                    Rounded.percent(each.interest()),
                    Rounded.number(each.annuity()),
                    Rounded.number(each.fixedOm()),
                    Rounded.number(each.invested()));
            sum += each.invested();
        }
        table.lines().forEach(out::println);
        out.printf(
                "  Invested %s %s; annuities and fixed O&M are by the MW or MWh and year.%n",
                Rounded.number(sum), currency);
        printOthers(out, capital, costs);
        out.println();
    }

    /** Says what costs beside the table, so that its sum is not taken for that of all. */
    private static void printOthers(PrintWriter out, List<CapitalFigures> capital, Map<String, Double> costs) {
        Set<String> listed = capital.stream().map(CapitalFigures::name).collect(Collectors.toSet());
        double least = LEAST_SHARE
                * costs.values().stream().mapToDouble(Double::doubleValue).sum();
        List<String> others = costs.keySet().stream()
                .filter(name -> !listed.contains(name) && costs.getOrDefault(name, 0.0) > least)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        String more = others.size() > MOST_NAMES ? " and %d more".formatted(others.size() - MOST_NAMES) : "";
        out.printf(
                "  Not in it, as only what it costs is stated: %s%s.%n",
                others.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")), more);
    }
}
