package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import io.dcsdk.optimizer.sizing.ConflictReasons;
import io.dcsdk.optimizer.sizing.ConflictReasons.Need;
import io.dcsdk.optimizer.sizing.ConflictReasons.Share;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.supply.SupplyPart;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why {@code energy size} has no design to show, as it is printed.
 *
 * @param name of the system
 * @param status what is proven
 * @param needs demands that cannot be met, if that is proven
 * @param surpluses what is fed in, as a demand below zero, and cannot be taken
 * @param shares annual limits that demand something which cannot be met, such as a carbon-free share
 * @param levels nodes whose given level at both ends cannot be kept
 * @param limits what the proof rests on, those of the shares included; without any nothing can bring or take the energy then, however much
 *     is built
 * @param note what to do about it, where typical days are at fault
 */
record SizeVerdict(
        String name,
        Sizing.Status status,
        List<Unmet> needs,
        List<Unmet> surpluses,
        List<UnmetShare> shares,
        List<String> levels,
        List<String> limits,
        Optional<String> note) {

    private static final ConflictReasons NONE = new ConflictReasons(
            ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    /** Demand of a node, or what is fed in there: how many steps of it take part, from which to which, counted from 0. */
    record Unmet(String node, int steps, int first, int last) {
        static Unmet of(Need need) {
            return new Unmet(need.node(), need.steps(), need.first(), need.last());
        }
    }

    /** An annual limit that demands something: the MWh that it demands, and of the demand of which nodes that is a share. */
    record UnmetShare(String limit, double required, List<String> nodes) {
        static UnmetShare of(Share share) {
            return new UnmetShare(share.limit(), share.required(), share.nodes());
        }

        String describe() {
            return nodes.isEmpty()
                    ? "%s (%s)".formatted(limit, Rounded.number(required))
                    : "%s: %s MWh of the demand of %s"
                            .formatted(limit, Rounded.number(required), String.join(" and ", nodes));
        }
    }

    /**
     * Reads what is proven.
     *
     * @param supply the document
     * @param system what was sized: that of the document, with what was added to it
     * @param sizing without a design
     * @param note what to do about it, if that is known
     */
    static SizeVerdict of(SupplySystem supply, EnergySystem system, Sizing sizing, Optional<String> note) {
        ConflictReasons reasons = sizing.conflict()
                .map(prices -> ConflictReasons.of(system, prices))
                .orElse(NONE);
        return new SizeVerdict(
                supply.document().name(),
                sizing.status(),
                reasons.needs().stream().map(Unmet::of).toList(),
                reasons.surpluses().stream().map(Unmet::of).toList(),
                reasons.shares().stream().map(UnmetShare::of).toList(),
                reasons.levels(),
                reasons.limits(),
                note);
    }

    void print(SupplySystem supply, PrintWriter out) {
        out.printf("%s: %s%n", name, status);
        lines(supply).forEach(line -> out.printf("  %s%n", line));
        note.ifPresent(out::println);
    }

    /** What is proven, or what to do where nothing is. */
    List<String> lines(SupplySystem supply) {
        return status == Sizing.Status.INFEASIBLE
                ? proven(supply)
                : List.of(
                        "Neither a design nor a proof that there is none was found.",
                        "Maybe give every capacity a max, or check that each series has the unit it should have.");
    }

    private List<String> proven(SupplySystem supply) {
        List<String> lines = new ArrayList<>();
        for (Unmet need : needs) {
            lines.add("Cannot be met: the demand of %s in %s".formatted(need.node(), steps(supply, need)));
        }
        for (Unmet surplus : surpluses) {
            lines.add("Cannot be taken: what is fed in at %s in %s".formatted(surplus.node(), steps(supply, surplus)));
        }
        for (UnmetShare share : shares) {
            lines.add("Cannot be met: the %s".formatted(share.describe()));
        }
        for (String node : levels) {
            lines.add("Cannot be kept: the level of %s at both ends".formatted(node));
        }
        List<String> others = limits.stream()
                .filter(limit ->
                        shares.stream().noneMatch(share -> share.limit().equals(limit)))
                .map(limit -> entry(supply, limit))
                .distinct()
                .toList();
        lines.add(others.isEmpty() ? boundless() : "Limited by: %s".formatted(String.join(", ", others)));
        return lines;
    }

    /** What a limit belongs to, as the document names it: the connection of a grid is limited in each of twelve months. */
    private static String entry(SupplySystem supply, String limit) {
        SupplyPart part = supply.capacities().get(limit);
        return part == null ? limit : part.entry();
    }

    /** What is so whatever is built. */
    private String boundless() {
        if (!shares.isEmpty() && needs.isEmpty()) {
            return "However much is built: what counts for it cannot be used so much.";
        }
        if (needs.isEmpty() && !surpluses.isEmpty()) {
            return "However much is built: nothing can take energy there then.";
        }
        String then = needs.isEmpty() ? "" : " then";
        return "However much is built: nothing can bring energy there%s.".formatted(then);
    }

    private static String steps(SupplySystem supply, Unmet need) {
        if (need.steps() == 1) {
            return supply.when(need.first());
        }
        return "%d steps from %s to %s".formatted(need.steps(), supply.when(need.first()), supply.when(need.last()));
    }
}
