package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.supply.CapitalCost;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

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

    /** Prints a table and the sum of what is invested; nothing where no capacity states an investment. */
    static void print(PrintWriter out, List<CapitalFigures> capital, String currency) {
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
                "  Invested %s %s; annuities and fixed O&M are by the MW or MWh and year.%n%n",
                Rounded.number(sum), currency);
    }
}
