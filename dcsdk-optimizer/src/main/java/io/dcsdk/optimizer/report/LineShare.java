package io.dcsdk.optimizer.report;

import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.design.Cost;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one line of a bill of materials adds to C and to the IT load: the evaluation of a selection with it, less that of the same
 * selection without. The lines add up to the whole plan, since each part of C belongs to one of them.
 *
 * @param line the line
 * @param cost its part of C
 * @param meanIt its part of the mean IT power
 * @param peakIt its part of the peak IT power
 */
record LineShare(ItemCount line, Cost cost, Power meanIt, Power peakIt) {
    private static final BigDecimal ROUNDING = new BigDecimal("1e-25");

    /** One for each line, in their order; they add up to the design's C. */
    static List<LineShare> of(DesignFigures design) {
        Shares shares = new Shares(design.problem(), design.selection());
        List<LineShare> all = design.billOfMaterials().stream().map(shares::of).toList();
        Money sum = all.stream().map(share -> share.cost().total()).reduce(Money.ZERO, Money::plus);
        Money total = design.cost().total();
        // Discounted prices round in the 34th digit.
        if (sum.minus(total).base().abs().compareTo(total.base().multiply(ROUNDING)) > 0) {
            throw new IllegalStateException(
                    "parts (%s) of C of the report: the whole is %s\nMaybe this is a fault of the SDK; please report it."
                            .formatted(sum, total));
        }
        return all;
    }

    private static final class Shares {
        private static final Selection NOTHING = new Selection(
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                0,
                Optional.empty(),
                new TreeMap<>(),
                new TreeSet<>());

        private final DesignProblem problem;
        private final Selection chosen;
        private final Evaluation nothing;

        Shares(DesignProblem problem, Selection chosen) {
            this.problem = problem;
            this.chosen = chosen;
            this.nothing = Evaluation.of(problem, NOTHING);
        }

        LineShare of(ItemCount line) {
            String id = line.id();
            return switch (line.category()) {
                case "server" -> hardware(line, servers(only(chosen.servers(), id)));
                case "storage" ->
                    hardware(
                            line,
                            new Selection(
                                    new TreeMap<>(),
                                    only(chosen.storage(), id),
                                    Optional.empty(),
                                    0,
                                    Optional.empty(),
                                    new TreeMap<>(),
                                    new TreeSet<>()));
                case "switch" -> hardware(line, fabric(withoutCables()));
                case "cable" ->
                    difference(
                            line,
                            Evaluation.of(problem, fabric(chosen.fabric())),
                            Evaluation.of(problem, fabric(withoutCables())));
                case "rack" -> hardware(line, with(chosen.racks(), false, new TreeMap<>()));
                case "cooling" -> hardware(line, with(0, true, new TreeMap<>()));
                case "supply" -> {
                    var use = new TreeMap<>(chosen.supplies());
                    use.keySet().retainAll(List.of(id));
                    yield hardware(line, with(0, false, use));
                }
                case "control" ->
                    difference(
                            line,
                            Evaluation.of(problem, controlled(id)),
                            Evaluation.of(problem, servers(chosen.servers())));
                default -> new LineShare(line, software(id), Power.ZERO, Power.ZERO);
            };
        }

        /** Its purchase and upkeep; the software of servers has lines of its own. */
        private LineShare hardware(ItemCount line, Selection alone) {
            LineShare all = difference(line, Evaluation.of(problem, alone), nothing);
            Cost cost = new Cost(all.cost().hardware(), Money.ZERO, all.cost().maintenance());
            return new LineShare(line, cost, all.meanIt(), all.peakIt());
        }

        private static LineShare difference(ItemCount line, Evaluation with, Evaluation without) {
            Cost cost = new Cost(
                    with.cost().hardware().minus(without.cost().hardware()),
                    with.cost().software().minus(without.cost().software()),
                    with.cost().maintenance().minus(without.cost().maintenance()));
            return new LineShare(
                    line,
                    cost,
                    with.loads().meanIt().minus(without.loads().meanIt()),
                    with.loads().peakIt().minus(without.loads().peakIt()));
        }

        private static SortedMap<String, Long> only(Map<String, Long> counts, String id) {
            TreeMap<String, Long> one = new TreeMap<>(counts);
            one.keySet().retainAll(List.of(id));
            return one;
        }

        private static Selection servers(SortedMap<String, Long> counts) {
            return new Selection(
                    counts, new TreeMap<>(), Optional.empty(), 0, Optional.empty(), new TreeMap<>(), new TreeSet<>());
        }

        private static Selection fabric(Optional<FabricChoice> fabric) {
            return new Selection(
                    new TreeMap<>(), new TreeMap<>(), fabric, 0, Optional.empty(), new TreeMap<>(), new TreeSet<>());
        }

        private Optional<FabricChoice> withoutCables() {
            return chosen.fabric()
                    .map(fabric -> new FabricChoice(
                            fabric.networkSwitch(),
                            fabric.tiers(),
                            fabric.endpoints(),
                            fabric.leaf(),
                            fabric.spine(),
                            fabric.core(),
                            0));
        }

        private Selection with(long racks, boolean isCooled, SortedMap<String, SupplyUse> supplies) {
            return new Selection(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Optional.empty(),
                    racks,
                    isCooled ? chosen.cooling() : Optional.empty(),
                    supplies,
                    new TreeSet<>());
        }

        private Selection controlled(String control) {
            return new Selection(
                    chosen.servers(),
                    new TreeMap<>(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    new TreeMap<>(),
                    new TreeSet<>(List.of(control)));
        }

        private Cost software(String id) {
            SoftwareEnvironment environment = problem.environments().stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            long servers = 0;
            long accelerators = 0;
            for (Server server : problem.items().servers()) {
                long count = chosen.servers().getOrDefault(server.id(), 0L);
                servers += count;
                accelerators += count * server.acceleratorCount();
            }
            Money total =
                    environment.cost(servers, accelerators, problem.finance().horizon());
            return new Cost(Money.ZERO, total, Money.ZERO);
        }
    }

    /** The lines of some categories as one. */
    static Optional<Sum> sum(List<LineShare> shares, String label, List<String> categories) {
        List<LineShare> mine = new ArrayList<>(shares);
        mine.removeIf(share -> !categories.contains(share.line().category()));
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Sum sum = new Sum(label, Cost.ZERO, Power.ZERO, Power.ZERO);
        for (LineShare share : mine) {
            sum = new Sum(
                    label,
                    sum.cost().plus(share.cost()),
                    sum.meanIt().plus(share.meanIt()),
                    sum.peakIt().plus(share.peakIt()));
        }
        return Optional.of(sum);
    }

    /** What some lines are together. */
    record Sum(String label, Cost cost, Power meanIt, Power peakIt) {}

    /** The categories of a plan that it has lines of, each with its sum. */
    static List<Sum> byCategory(List<LineShare> shares) {
        List<Sum> sums = new ArrayList<>();
        sum(shares, "Servers", List.of("server")).ifPresent(sums::add);
        sum(shares, "Storage", List.of("storage")).ifPresent(sums::add);
        sum(shares, "Network", List.of("switch", "cable")).ifPresent(sums::add);
        sum(shares, "Racks", List.of("rack")).ifPresent(sums::add);
        sum(shares, "Cooling", List.of("cooling")).ifPresent(sums::add);
        sum(shares, "Supply", List.of("supply")).ifPresent(sums::add);
        sum(shares, "Security", List.of("control")).ifPresent(sums::add);
        sum(shares, "Software", List.of("software")).ifPresent(sums::add);
        return sums;
    }
}
