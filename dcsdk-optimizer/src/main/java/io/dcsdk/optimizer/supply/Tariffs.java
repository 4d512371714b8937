package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.TariffEntry.DemandRule;
import io.dcsdk.optimizer.supply.TariffEntry.EnergyRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tariffs of a document by name, laid on its steps. */
final class Tariffs {
    private final int steps;
    private final SupplyCalendar calendar;
    private final Map<String, TariffEntry> tariffs = new LinkedHashMap<>();

    Tariffs(SupplyDocument document, SupplyCalendar calendar) {
        steps = document.steps();
        this.calendar = calendar;
        for (TariffEntry tariff : document.tariffs()) {
            if (tariffs.putIfAbsent(tariff.name(), tariff) != null) {
                throw new SupplyException(
                        "tariff (%s) of %s".formatted(tariff.name(), document.name()), "is there twice", "rename one.");
            }
        }
    }

    /** A part of the months for which the largest power is charged. */
    record Charge(String name, double charge, TimeWindow window, ImmutableSet<LocalDate> holidays) {}

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

    /** The price of energy in each step: that of the first rule that fits; zero for a tariff of demand charges alone. */
    Profile price(TariffEntry tariff) {
        if (tariff.energy().isEmpty()) {
            return Profile.constant(0);
        }
        ImmutableSet<LocalDate> holidays = holidays(tariff);
        List<TimeWindow> windows =
                tariff.energy().stream().map(rule -> window(tariff, rule)).toList();
        double[] prices = new double[steps];
        for (int t = 0; t < steps; t++) {
            int fitting = -1;
            for (int k = 0; k < windows.size() && fitting < 0; k++) {
                if (calendar.contains(windows.get(k), holidays, t, "tariff " + tariff.name())) {
                    fitting = k;
                }
            }
            if (fitting < 0) {
                throw new SupplyException(
                        "energy of tariff %s at %s"
                                .formatted(tariff.name(), calendar.clock(t, "tariff " + tariff.name())),
                        "no rule fits",
                        "end with a rule without months, days and hours.");
            }
            prices[t] = tariff.energy().get(fitting).price();
        }
        return Profile.of(prices);
    }

    /** The demand charges. */
    List<Charge> charges(TariffEntry tariff) {
        ImmutableSet<LocalDate> holidays = holidays(tariff);
        return tariff.demand().stream()
                .map(rule -> new Charge(rule.name(), rule.charge(), window(tariff, rule), holidays))
                .toList();
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
