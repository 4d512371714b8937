package io.dcsdk.placement;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.workload.Workload;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A workload and where it may be.
 *
 * <p>It runs in equal parts, each of which demands what {@code workload} says and is placed whole at one location. One part is a
 * workload that is not split. Several parts with no limit at a location are a workload that can be split; with at most one
 * part at a location they are copies at so many different locations.
 *
 * @param workload what each part demands; its name is unique in the problem
 * @param parts how many parts there are, 1 to 1000; 1 when absent
 * @param mostPerLocation how many of them a location may have at most, at least 1; all when absent
 * @param data classes of data that it works on: every part must be where the rules for all of them allow; may be empty
 * @param users identifiers of the populations that every part serves; may be empty
 * @param latency the longest round trip to any of its users; needed with users, and needs them
 */
public record PlaceableWorkload(
        Workload workload,
        Optional<Integer> parts,
        Optional<Integer> mostPerLocation,
        List<String> data,
        List<String> users,
        Optional<TimeSpan> latency) {
    private static final int MOST_PARTS = 1000;

    /** Checks the components. */
    public PlaceableWorkload {
        ItemRules.of("workload", "").required("workload", workload);
        ItemRules rules = ItemRules.of("workload", workload.name());
        parts = Objects.requireNonNullElse(parts, Optional.empty());
        parts.ifPresent(count -> {
            rules.atLeast("parts", count, 1);
            if (count > MOST_PARTS) {
                throw rules.broken("parts", count, "is above " + MOST_PARTS, "make the parts larger.");
            }
        });
        mostPerLocation = Objects.requireNonNullElse(mostPerLocation, Optional.empty());
        mostPerLocation.ifPresent(count -> rules.atLeast("mostPerLocation", count, 1));
        data = rules.distinct("data", rules.list("data", data));
        data.forEach(name -> ResidencyRule.checkedData(rules, "data", name));
        users = rules.distinct("users", rules.list("users", users));
        latency = Objects.requireNonNullElse(latency, Optional.empty());
        latency.ifPresent(time -> rules.nonNegative("latency", time));
        if (latency.isPresent() == users.isEmpty()) {
            throw rules.broken(
                    "latency",
                    latency.map(TimeSpan::toString).orElse("none"),
                    users.isEmpty() ? "limits nothing without users" : "is needed because users are named",
                    users.isEmpty() ? "name the populations that it serves." : "state the longest round trip.");
        }
    }

    /**
     * A workload that may be anywhere, in one part.
     *
     * @param workload what it demands
     * @return the workload
     */
    public static PlaceableWorkload anywhere(Workload workload) {
        return new PlaceableWorkload(
                workload, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /**
     * The same in several parts.
     *
     * @param count how many
     * @param mostAtOneLocation how many of them a location may have at most
     * @return the workload
     */
    public PlaceableWorkload inParts(int count, int mostAtOneLocation) {
        return new PlaceableWorkload(
                workload, Optional.of(count), Optional.of(mostAtOneLocation), data, users, latency);
    }

    /**
     * The same working on data.
     *
     * @param classes classes of data that residency rules of the problem name
     * @return the workload
     */
    public PlaceableWorkload on(List<String> classes) {
        return new PlaceableWorkload(workload, parts, mostPerLocation, classes, users, latency);
    }

    /**
     * The same serving users.
     *
     * @param populations identifiers of the populations
     * @param longest the longest round trip to any of them
     * @return the workload
     */
    public PlaceableWorkload serving(List<String> populations, TimeSpan longest) {
        return new PlaceableWorkload(workload, parts, mostPerLocation, data, populations, Optional.of(longest));
    }

    /**
     * What people call it.
     *
     * @return the workload's name
     */
    public String name() {
        return workload.name();
    }

    /**
     * How many parts there are.
     *
     * @return at least 1
     */
    public int count() {
        return parts.orElse(1);
    }

    /**
     * How many parts a location may have.
     *
     * @return at least 1, at most {@link #count()}
     */
    public int most() {
        return Math.min(count(), mostPerLocation.orElse(MOST_PARTS));
    }
}
