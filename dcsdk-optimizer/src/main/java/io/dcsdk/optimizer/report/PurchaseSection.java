package io.dcsdk.optimizer.report;

import com.google.common.collect.Sets;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Site;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.security.SecurityPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is bought and why: which requirements each item serves, its share of each, and what would break without the last unit. */
final class PurchaseSection {
    private final PlanFacts facts;
    private final Map<String, Integer> variables = new HashMap<>();

    private PurchaseSection(PlanFacts facts) {
        this.facts = facts;
        for (int j = 0; j < facts.program().variables().size(); j++) {
            variables.put(facts.program().variables().get(j).name(), j);
        }
    }

    static Section of(PlanFacts facts, List<LineShare> shares) {
        PurchaseSection section = new PurchaseSection(facts);
        return new Section(
                "What is bought, and why",
                List.of(
                        bill(facts.design(), shares),
                        new Bullets(shares.stream()
                                .map(share -> new Bullet(share.line().name(), section.reason(share.line())))
                                .toList())));
    }

    /** Without reasons, where the values of the design in the algebra are not known. */
    static Section of(DesignFigures design, List<LineShare> shares) {
        return new Section("What is bought", List.of(bill(design, shares)));
    }

    private static Table bill(DesignFigures design, List<LineShare> shares) {
        List<List<String>> rows = new ArrayList<>();
        Money total = design.cost().total();
        for (LineShare share : shares) {
            ItemCount line = share.line();
            rows.add(List.of(
                    line.name(),
                    line.category(),
                    Shown.number(line.count()),
                    line.price().isZero() ? "-" : Shown.money(line.price()),
                    total.isZero()
                            ? "-"
                            : Shown.percent(
                                    share.cost().total().dividedBy(total).base())));
        }
        return new Table(
                "Bill of materials",
                List.of(
                        Column.text("Item"),
                        Column.text("What"),
                        Column.figures("Count"),
                        Column.figures("Price"),
                        Column.figures("Share of C")),
                rows);
    }

    private String reason(ItemCount line) {
        DesignFigures design = facts.design();
        return switch (line.category()) {
            case "server", "storage" -> serves(line);
            case "switch" -> design.selection().fabric().map(this::connects).orElse("");
            case "cable" -> "one for each port of a server and each link between switches.";
            case "rack" -> houses(line.count());
            case "cooling" -> cools(line);
            case "supply" ->
                "%s; it carries peak and mean load together with what else is built."
                        .formatted(Shown.prose(line.detail()));
            case "control" -> covers(line.id());
            default -> "the problem says that every server runs it.";
        };
    }

    private String serves(ItemCount line) {
        Integer variable = variables.get(line.id());
        if (variable == null) {
            return "it serves no requirement.";
        }
        List<String> gifts = new ArrayList<>();
        Set<String> needing = new LinkedHashSet<>();
        for (Constraint row : facts.program().constraints()) {
            String owner = facts.owner(row);
            Rational each =
                    owner.isEmpty() || row.relation() != Relation.GE ? Rational.ZERO : coefficient(row, variable);
            if (each.signum() <= 0) {
                continue;
            }
            if (row.name().equals(owner)) {
                gifts.add(gift(line, row, owner, each));
            }
            // What the failure of this very item would leave does not count once the last unit is gone.
            boolean isGone = line.count() == 1 && row.name().endsWith(".without." + line.id());
            if (!isGone && row.slack(facts.point()).compareTo(each) < 0) {
                needing.add(owner);
            }
        }
        String needed = needing.isEmpty()
                ? "One fewer would still do; what that saves is within the gap."
                : "One fewer would break %s.".formatted(Shown.joined(List.copyOf(needing)));
        return "gives %s. %s".formatted(Shown.joined(gifts), needed);
    }

    private static Rational coefficient(Constraint row, int variable) {
        for (Term term : row.terms()) {
            if (term.variable() == variable) {
                return term.coefficient();
            }
        }
        return Rational.ZERO;
    }

    private String gift(ItemCount line, Constraint row, String owner, Rational each) {
        Rational given = each.times(Rational.of(line.count()));
        Rational all = facts.added(row);
        String share =
                given.compareTo(all) == 0 ? "all of it" : Shown.percent(Shown.decimal(given.dividedBy(all))) + " of it";
        String amount = Shown.text(given, RequirementWords.rowUnit(owner));
        return "%s of %s (%s)".formatted(amount, owner, share);
    }

    private String connects(FabricChoice fabric) {
        String switches =
                fabric.switches() == 1 ? "one switch joins" : Shown.number(fabric.switches()) + " switches join";
        String tiers = fabric.tiers() == 1 ? "one tier" : fabric.tiers() + " tiers";
        return "%s %s ports of servers in %s.".formatted(switches, Shown.number(fabric.endpoints()), tiers);
    }

    private String houses(long racks) {
        Site site = facts.problem().siteOrUnlimited();
        Power each = facts.design().loads().peakIt().dividedBy(BigDecimal.valueOf(racks));
        return "%s rack units each; on average a rack draws %s at peak."
                .formatted(Shown.number(site.unitsPerRack()), Shown.power(each));
    }

    private String cools(ItemCount line) {
        DesignProblem problem = facts.problem();
        CoolingSystem system = problem.items().cooling().stream()
                .filter(item -> item.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        int failing = problem.redundancyOrNone().failingCooling();
        Power working = system.unitCapacity().times(line.count() - failing);
        String spare = failing == 0 ? "" : ", with %d units failed".formatted(failing);
        return "%s of heat arise at peak, %s can be removed%s; that takes %s of the IT equipment's energy."
                .formatted(
                        Shown.power(facts.design().loads().peakIt()),
                        Shown.power(working),
                        spare,
                        Shown.percent(system.overhead().base()));
    }

    private String covers(String id) {
        SecurityPolicy policy = facts.problem().policyOrNone();
        Optional<SecurityControl> control = facts.problem().items().controls().stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
        List<String> parts = new ArrayList<>();
        control.ifPresent(item -> {
            for (ControlFamily family : Sets.intersection(policy.coverage().keySet(), item.covers())) {
                parts.add("family " + family);
            }
            if (policy.controls().contains(item.kind())) {
                parts.add("kind " + item.kind());
            }
        });
        return parts.isEmpty()
                ? "the policy does not ask for it."
                : "covers what the policy asks for: %s.".formatted(Shown.joined(parts));
    }
}
