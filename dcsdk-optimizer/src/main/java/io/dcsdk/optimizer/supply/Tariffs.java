package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.TariffEntry.DemandRule;
import io.dcsdk.optimizer.supply.TariffEntry.EnergyRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tariffs of a document by name, laid on its steps. */
final class Tariffs {
    private final int steps;
    private final SupplySeries series;
    private final Map<String, TariffEntry> tariffs = new LinkedHashMap<>();

    Tariffs(SupplyDocument document, SupplySeries series) {
        steps = document.steps();
        this.series = series;
        for (TariffEntry tariff : document.tariffs()) {
            if (tariffs.putIfAbsent(tariff.name(), tariff) != null) {
                throw new SupplyException(
                        "tariff (%s) of %s".formatted(tariff.name(), document.name()), "is there twice", "rename one.");
            }
            requireOneForm(tariff, document);
        }
    }

    /** A charge for the largest power of each month, in those steps in which its table has a rule. */
    record Charge(String name, double charge, RuleTable hours, ImmutableSet<LocalDate> holidays) {}

    private static void requireOneForm(TariffEntry tariff, SupplyDocument document) {
        boolean isStated = !tariff.energy().isEmpty() || !tariff.demand().isEmpty();
        if (isStated == tariff.file().isPresent()) {
            throw new SupplyException(
                    "tariff (%s) of %s".formatted(tariff.name(), document.name()),
                    isStated ? "has rules of its own beside a file" : "has neither rules nor a file",
                    "state energy and demand, or file.");
        }
    }

    TariffEntry named(String name, String owner) {
        TariffEntry tariff = tariffs.get(name);
        if (tariff == null) {
            throw new SupplyException(
                    "tariff (%s) of %s".formatted(name, owner),
                    "there is none of this name",
                    tariffs.isEmpty()
                            ? "add it under tariffs."
                            : "use one of %s.".formatted(String.join(", ", tariffs.keySet())));
        }
        return tariff;
    }

    private Optional<TariffCsv> table(TariffEntry tariff) {
        Optional<TariffCsv> table = tariff.file().map(file -> series.tariff(file, tariff.name()));
        if (table.isPresent()
                && table.get().isForHolidays()
                && tariff.holidays().isEmpty()) {
            throw new SupplyException(
                    "holidays of tariff %s".formatted(tariff.name()),
                    "are none, while its file has a row for holidays",
                    "add holidays: [\"2023-07-04\"] to the tariff.");
        }
        return table;
    }

    /**
     * The price of energy in each step: that of the one row of the file, or of the first rule of the document that fits; zero for
     * a tariff of demand charges alone.
     */
    Profile price(TariffEntry tariff) {
        Optional<TariffCsv> table = table(tariff);
        List<Double> prices = table.<List<Double>>map(TariffCsv::prices)
                .orElseGet(() -> tariff.energy().stream().map(EnergyRule::price).toList());
        if (prices.isEmpty()) {
            return Profile.constant(0);
        }
        RuleTable hours = table.map(TariffCsv::hours)
                .orElseGet(() -> RuleTable.firstThatFits(tariff.energy().stream()
                        .map(rule -> window(tariff, rule))
                        .toList()));
        ImmutableSet<LocalDate> holidays = holidays(tariff);
        String owner = "tariff " + tariff.name();
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            int rule = series.calendar().rule(hours, holidays, t, owner);
            if (rule == RuleTable.NONE) {
                throw new SupplyException(
                        "energy of tariff %s at %s"
                                .formatted(tariff.name(), series.calendar().clock(t, owner)),
                        "no rule fits",
                        "end with a rule without months, days and hours.");
            }
            values[t] = prices.get(rule);
        }
        return Profile.of(values);
    }

    /** The demand charges. */
    List<Charge> charges(TariffEntry tariff) {
        ImmutableSet<LocalDate> holidays = holidays(tariff);
        Optional<TariffCsv> table = table(tariff);
        if (table.isPresent()) {
            return table.get().demands().stream()
                    .map(demand -> new Charge(demand.name(), demand.charge(), demand.hours(), holidays))
                    .collect(ImmutableList.toImmutableList());
        }
        return tariff.demand().stream()
                .map(rule -> new Charge(
                        rule.name(), rule.charge(), RuleTable.union(List.of(window(tariff, rule))), holidays))
                .collect(ImmutableList.toImmutableList());
    }

    private static TimeWindow window(TariffEntry tariff, EnergyRule rule) {
        return TimeWindow.of(
                "an energy rule of tariff " + tariff.name(),
                rule.months(),
                rule.days().orElse(DayKind.ALL),
                rule.hours());
    }

    private static TimeWindow window(TariffEntry tariff, DemandRule rule) {
        return TimeWindow.of(
                "demand rule %s of tariff %s".formatted(rule.name(), tariff.name()),
                rule.months(),
                rule.days().orElse(DayKind.ALL),
                rule.hours());
    }

    private static ImmutableSet<LocalDate> holidays(TariffEntry tariff) {
        ImmutableSet.Builder<LocalDate> holidays = ImmutableSet.builder();
        for (String text : tariff.holidays()) {
            try {
                holidays.add(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw new SupplyException(
                        "holiday (%s) of tariff %s".formatted(text, tariff.name()),
                        "is no date",
                        "write it like 2023-07-04.");
            }
        }
        return holidays.build();
    }
}
