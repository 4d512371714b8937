package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import io.dcsdk.optimizer.supply.Tariffs.Charge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sources as parts of the system. A source with one limit is one activity. Each further charge for peaks is a meter behind it: a
 * node of its own, and a link without loss whose power each month's chosen peak bounds.
 */
final class SourceParts {
    private final SystemDraft draft;
    private final Tariffs tariffs;
    /** What one MWh of each source costs, carbon included. */
    private final Map<String, Profile> costs = new LinkedHashMap<>();

    SourceParts(SystemDraft draft, Tariffs tariffs) {
        this.draft = draft;
        this.tariffs = tariffs;
    }

    void add(SourceEntry source) {
        String name = source.name();
        Profile availability = draft.value(source.availability(), SupplyValue.ONE, name);
        Profile price = draft.value(source.price(), SupplyValue.ZERO, name);
        List<Charge> charges = new ArrayList<>();
        source.monthlyPeakCharge()
                .ifPresent(charge -> charges.add(new Charge("peak", charge, RuleTable.ALWAYS, ImmutableSet.of())));
        if (source.tariff().isPresent()) {
            TariffEntry tariff = tariffs.named(source.tariff().get(), name);
            price = price.plus(tariffs.price(tariff));
            charges.addAll(tariffs.charges(tariff));
        }
        if (source.carbon().isPresent()) {
            Profile byLocation = draft.series.of(source.carbon().get(), name);
            Profile byMarket = source.carbonMarket()
                    .map(value -> draft.series.of(value, name))
                    .orElse(byLocation);
            price = price.plus(draft.emit(name, byLocation, byMarket));
        } else if (source.carbonMarket().isPresent()) {
            throw new SupplyException(
                    "carbon_market of source %s".formatted(name),
                    "goes with carbon",
                    "use carbon: 0 behind the meter.");
        }
        draft.free(name, draft.value(source.carbonFree(), SupplyValue.ZERO, name));
        costs.put(name, price);
        Profile allowed = draft.allowed(name);
        CapacityEntry capacity = source.capacity();
        boolean plain = source.availability().isEmpty()
                && allowed.minimum() == 1
                && source.mostHours().isEmpty()
                && capacity.min().isEmpty()
                && !capacity.hasCost();
        List<Limit> limits = new ArrayList<>();
        if (charges.isEmpty() || !plain) {
            draft.capacity(Kind.SOURCE, name, name, capacity, 0);
            limits.add(Limit.of(name, SystemDraft.product(availability, allowed)));
        }
        for (Charge charge : charges) {
            limits.add(peaks(source, charge, plain));
        }
        draft.mostHours(name, name, source.mostHours());
        chain(source, limits, charges, price);
    }

    /** The activity and its meters. */
    private void chain(SourceEntry source, List<Limit> limits, List<Charge> charges, Profile price) {
        String name = source.name();
        String node = limits.size() == 1 ? source.node() : meter(name, 1);
        draft.activity(Kind.SOURCE, name, new Activity(name, List.of(new Port(node, 1)), limits.get(0), price));
        int before = limits.size() - charges.size();
        for (int k = 1; k < limits.size(); k++) {
            String from = meter(name, k);
            draft.system.bus(from, Profile.constant(0));
            String to = k == limits.size() - 1 ? source.node() : meter(name, k + 1);
            String link = "%s, %s".formatted(name, charges.get(k - before).name());
            draft.activity(
                    Kind.METER,
                    name,
                    new Activity(
                            link, List.of(new Port(from, -1), new Port(to, 1)), limits.get(k), Profile.constant(0)));
        }
    }

    private static String meter(String source, int number) {
        return "%s meter %d".formatted(source, number);
    }

    /** A capacity for each month that has a step in the window, and the connection for all other steps. */
    private Limit peaks(SourceEntry source, Charge charge, boolean plain) {
        String name = source.name();
        boolean always = charge.hours().isWhole();
        String owner = "demand charge (%s) of source %s".formatted(charge.name(), name);
        double most = source.capacity()
                .max()
                .orElseThrow(() -> new SupplyException(
                        owner, "goes with a capacity that has max", "state the size of the connection as max."));
        SupplyCalendar calendar = draft.series.calendar();
        SupplyCalendar.Months months = calendar.months(owner);
        int[] periods = new int[draft.document.steps()];
        List<String> names = new ArrayList<>();
        for (int t = 0; t < periods.length; t++) {
            boolean within = always || calendar.rule(charge.hours(), charge.holidays(), t, owner) != RuleTable.NONE;
            String peak = "%s %s %s"
                    .formatted(
                            name, charge.name(), months.names().get(months.of().get(t)));
            String bounding = within ? peak : plain ? name + " connection" : name;
            int known = names.indexOf(bounding);
            if (known < 0) {
                known = names.size();
                names.add(bounding);
                if (within) {
                    double share =
                            draft.repeats ? months.shares().get(months.of().get(t)) : 1;
                    draft.capacity(Kind.PEAK, name, new Capacity(peak, 0, most, charge.charge() * share));
                } else if (plain && !draft.capacities.containsKey(bounding)) {
                    draft.capacity(Kind.CONNECTION, name, Capacity.given(bounding, most));
                }
            }
            periods[t] = known;
        }
        return Limit.byPeriod(names, periods);
    }

    /** What is sold over the connection of a source. */
    void sell(SaleEntry sale, List<SourceEntry> sources) {
        String name = sale.name();
        SourceEntry over = sources.stream()
                .filter(source -> source.name().equals(sale.over()))
                .findFirst()
                .orElseThrow(() -> new SupplyException(
                        "over (%s) of sale %s".formatted(sale.over(), name),
                        "there is no source of this name",
                        "name the grid connection."));
        Profile price = draft.series.of(sale.price(), name);
        Profile bought = Objects.requireNonNull(costs.get(over.name()));
        for (int t = 0; t < draft.document.steps(); t++) {
            if (price.at(t) > bought.at(t)) {
                throw new SupplyException(
                        "price (%s in step %d) of sale %s".formatted(price.at(t), t, name),
                        "is above what %s costs then (%s): it would be bought and sold at once"
                                .formatted(over.name(), bought.at(t)),
                        "give what is sold dearer a node of its own, with a link to the site.");
            }
        }
        CapacityEntry capacity = sale.capacity()
                .orElseGet(() -> CapacityEntry.FREE.within(
                        Optional.empty(), over.capacity().max()));
        draft.capacity(Kind.SALE, name, name, capacity, 0);
        if (draft.capacities.containsKey(over.name())) {
            draft.limits.add(new AnnualLimit(
                    name + " within " + over.name(), Map.of(), Map.of(name, 1.0, over.name(), -1.0), 0));
        }
        Profile availability = draft.value(over.availability(), SupplyValue.ONE, over.name());
        draft.activity(
                Kind.SALE,
                name,
                new Activity(name, List.of(new Port(over.node(), -1)), Limit.of(name, availability), price.times(-1)));
    }
}
