package io.dcsdk.optimizer.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * A tariff that prices each hour of a year once: months dealt to seasons, days to kinds of days, the day cut at random hours. It can
 * be written as a table and as rules of a document.
 */
final class RandomTariff {
    private static final List<List<String>> KINDS =
            List.of(List.of("all"), List.of("weekdays", "weekends"), List.of("weekdays", "weekends-only", "holidays"));

    /** A row: prices are whole thousandths, so that both notations are exact. */
    record Rule(String season, String period, List<Integer> months, String days, int from, int to, BigDecimal price) {}

    /** A charge over the rows of a season and period. */
    record Charge(String season, String period, int charge, List<Integer> months, String days, List<String> hours) {}

    final List<Rule> rules = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    final List<String> holidays = new ArrayList<>();
    private final Random random;

    RandomTariff(long seed) {
        random = new Random(seed);
        int seasons = 1 + random.nextInt(3);
        List<List<Integer>> months = new ArrayList<>();
        for (int s = 0; s < seasons; s++) {
            months.add(new ArrayList<>());
        }
        for (int month = 1; month <= 12; month++) {
            months.get(month <= seasons ? month - 1 : random.nextInt(seasons)).add(month);
        }
        for (int s = 0; s < seasons; s++) {
            for (String days : KINDS.get(random.nextInt(KINDS.size()))) {
                cut("season " + s, months.get(s), days);
            }
        }
        for (int k = 0; k < 5; k++) {
            holidays.add(LocalDate.of(2023, 1 + random.nextInt(12), 1 + random.nextInt(28))
                    .toString());
        }
    }

    private void cut(String season, List<Integer> months, String days) {
        TreeSet<Integer> cuts = new TreeSet<>();
        int parts = random.nextInt(5);
        while (cuts.size() < parts) {
            cuts.add(random.nextInt(24));
        }
        List<Integer> hours = new ArrayList<>(cuts);
        if (hours.size() < 2) {
            rule(season, "%s whole".formatted(days), months, days, 0, 24);
            return;
        }
        for (int k = 0; k < hours.size(); k++) {
            // The last part goes on over midnight, unless that is where the first one begins.
            int to = hours.get((k + 1) % hours.size());
            rule(season, "%s part %d".formatted(days, k), months, days, hours.get(k), to == 0 ? 24 : to);
        }
    }

    private void rule(String season, String period, List<Integer> months, String days, int from, int to) {
        BigDecimal price = BigDecimal.valueOf(20_000 + random.nextInt(200_000), 3);
        rules.add(new Rule(season, period, months, days, from, to, price));
        if (random.nextInt(3) == 0) {
            charges.add(new Charge(
                    season,
                    period,
                    100 * (1 + random.nextInt(50)),
                    months,
                    days,
                    List.of("%d-%d".formatted(from, to))));
        }
    }

    private int charge(Rule rule) {
        return charges.stream()
                .filter(charge ->
                        charge.season().equals(rule.season()) && charge.period().equals(rule.period()))
                .mapToInt(Charge::charge)
                .findFirst()
                .orElse(0);
    }

    /** The rows as a table, prices and charges in units of MW or kW. */
    List<String> rows(boolean isSmall) {
        List<String> rows = new ArrayList<>();
        for (Rule rule : rules) {
            BigDecimal charge = BigDecimal.valueOf(charge(rule));
            rows.add("%s,%s,%s,%s,%d,%02d:00,%s,%s"
                    .formatted(
                            rule.season(),
                            rule.period(),
                            months(rule.months()),
                            rule.days(),
                            rule.from(),
                            rule.to(),
                            (isSmall ? rule.price().movePointLeft(3) : rule.price()).toPlainString(),
                            charge.signum() == 0 ? "" : (isSmall ? charge.movePointLeft(3) : charge).toPlainString()));
        }
        return rows;
    }

    static String table(List<String> rows, boolean isSmall) {
        String unit = isSmall ? "k" : "M";
        return "season,period,months,days,from,to,price (USD/%sWh),demand charge (USD/%sW)\n%s\n"
                .formatted(unit, unit, String.join("\n", rows));
    }

    private static String months(List<Integer> months) {
        return months.size() == 12
                ? "all"
                : String.join(" ", months.stream().map(String::valueOf).toList());
    }

    /** The rules of a document, in another order than the rows. */
    String yaml() {
        List<Rule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(1));
        StringBuilder yaml = new StringBuilder("    energy:\n");
        for (Rule rule : shuffled) {
            yaml.append("      - {price: %s, months: %s, days: %s, hours: [\"%d-%d\"]}\n"
                    .formatted(rule.price().toPlainString(), rule.months(), rule.days(), rule.from(), rule.to()));
        }
        if (!charges.isEmpty()) {
            yaml.append("    demand:\n");
        }
        for (Charge charge : charges) {
            yaml.append("      - {name: \"%s %s\", charge: %d, months: %s, days: %s, hours: %s}\n"
                    .formatted(
                            charge.season(),
                            charge.period(),
                            charge.charge(),
                            charge.months(),
                            charge.days(),
                            charge.hours().stream().map("\"%s\""::formatted).toList()));
        }
        return yaml.toString();
    }
}
