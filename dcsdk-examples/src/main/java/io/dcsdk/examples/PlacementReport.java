package io.dcsdk.examples;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.LocationPlan;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacedWorkload;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementOutcome.Feasible;
import io.dcsdk.placement.PlacementOutcome.Infeasible;
import io.dcsdk.placement.PlacementOutcome.Optimal;
import io.dcsdk.placement.PlacementOutcome.OutOfTime;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.TimeSpan;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;

/** Prints the outcome of a placement problem for people, in at most 100 columns. */
final class PlacementReport {
    private final PrintWriter out;

    PlacementReport(PrintWriter out) {
        this.out = out;
    }

    void print(PlacementProblem problem, PlacementOutcome<Certificate> outcome) {
        if (outcome instanceof Optimal<Certificate> optimal) {
            placement("OPTIMAL", optimal.best(), optimal.proof());
        } else if (outcome instanceof Feasible<Certificate> feasible) {
            String status = "FEASIBLE, not proven optimal (%s)".formatted(words(feasible.stopped()));
            placement(status, feasible.best(), feasible.proof());
        } else if (outcome instanceof Infeasible<Certificate> infeasible) {
            infeasible(problem, infeasible);
        } else if (outcome instanceof OutOfTime<Certificate> late) {
            out.printf("%s: OUT OF TIME (%s), no placement found%n", problem.name(), words(late.stopped()));
            late.lowerBound()
                    .filter(bound -> !bound.isZero())
                    .ifPresent(bound -> out.printf(
                            "  Lower bound  %s: no placement has a smaller objective%n", Rounded.money(bound)));
        }
    }

    private static String words(Outcome.Stop stop) {
        return switch (stop) {
            case DEADLINE -> "the time limit was reached";
            case NODE_LIMIT -> "the node limit was reached";
            case CANCELLED -> "interrupted";
        };
    }

    private void placement(String status, Placement placement, Certificate certificate) {
        out.printf("Placement for %s: %s%n%n", placement.problem().name(), status);
        workloads(placement);
        out.println();
        locations(placement);
        out.println();
        placement.locations().forEach(plan -> items(placement.problem().location(plan.location()), plan));
        out.println();
        out.printf(
                "  C + lambda E  %s over %s, the costs of opening included%n",
                Rounded.money(placement.objective()),
                Rounded.quantity(placement.problem().finance().horizon()));
        out.printf("  Lower bound   %s: no placement has a smaller one%n", Rounded.money(placement.lowerBound()));
        double gap = placement.gap().base().doubleValue();
        out.printf(
                "  Gap           %s%n",
                gap == 0 ? "0 (proven best)" : Rounded.number(gap) + " of the objective, at most");
        if (!certificate.lemmas().isEmpty()) {
            out.printf(
                    "  Lemmas        %s, about what single locations cost%n",
                    Rounded.number(certificate.lemmas().size()));
        }
        out.printf(
                "  Proof         %s nodes, %s leaves%n"
                        + "  Checked       in exact arithmetic, before it was returned%n",
                Rounded.number(certificate.nodes()), Rounded.number(certificate.leaves()));
    }

    private void workloads(Placement placement) {
        TextTable table = new TextTable(
                List.of("Workload", ">Parts", "Where", ">Round trip", ">Allowed", "Data"), 24, 6, 36, 10, 8, 20);
        for (PlacedWorkload placed : placement.workloads()) {
            PlaceableWorkload workload = placement.problem().workload(placed.workload());
            table.row(
                    placed.workload(),
                    Rounded.number(workload.count()),
                    counted(placed.parts()),
                    placed.latency().map(PlacementReport::milliseconds).orElse("-"),
                    workload.latency().map(PlacementReport::milliseconds).orElse("-"),
                    String.join(", ", workload.data()));
        }
        table.lines().forEach(out::println);
    }

    private static String milliseconds(TimeSpan time) {
        return Rounded.number(time.in(TimeSpan.Unit.MILLISECOND)) + " ms";
    }

    private static String counted(SortedMap<String, Integer> parts) {
        StringJoiner text = new StringJoiner(", ");
        parts.forEach((name, count) -> text.add(count == 1 ? name : count + " at " + name));
        return text.toString();
    }

    private void locations(Placement placement) {
        TextTable table = new TextTable(
                List.of("Location", ">lambda", ">C", ">Opening", ">E", ">Carbon", ">C + lambda E"),
                16,
                14,
                16,
                16,
                14,
                12,
                16);
        for (LocationPlan plan : placement.locations()) {
            Location location = placement.problem().location(plan.location());
            table.row(
                    plan.location(),
                    Rounded.quantity(placement.problem().lambda(location).price()),
                    Rounded.money(plan.cost().total()),
                    Rounded.money(plan.opening()),
                    energy(plan.energy().total()),
                    carbon(plan.carbon()),
                    Rounded.money(plan.objective()));
        }
        if (placement.locations().size() > 1) {
            table.row(
                    "together",
                    "",
                    Rounded.money(placement.cost()),
                    "in C",
                    energy(placement.energy()),
                    carbon(placement.carbon()),
                    Rounded.money(placement.objective()));
        }
        table.lines().forEach(out::println);
    }

    private static String energy(Energy energy) {
        return Rounded.number(energy.in(Energy.Unit.MEGAWATT_HOUR)) + " MWh";
    }

    private static String carbon(CarbonMass mass) {
        return Rounded.number(mass.in(CarbonMass.Unit.TONNE)) + " t";
    }

    private void items(Location location, LocationPlan plan) {
        StringJoiner text = new StringJoiner(", ");
        Selection selection = plan.selection();
        selection.servers().forEach((id, count) -> text.add(Rounded.number(count) + " x " + id));
        selection.storage().forEach((id, count) -> text.add(Rounded.number(count) + " x " + id));
        selection
                .fabric()
                .ifPresent(fabric -> text.add(Rounded.number(fabric.switches()) + " x " + fabric.networkSwitch()));
        selection.cooling().ifPresent(cooling -> text.add(Rounded.number(cooling.units()) + " x " + cooling.system()));
        selection.supplies().forEach((id, use) -> text.add(Rounded.quantity(use.capacity()) + " of " + id));
        selection.controls().forEach(text::add);
        if (selection.racks() > 0) {
            text.add(Rounded.number(selection.racks()) + " racks");
        }
        TextTable.wrap(location.name() + ": " + text, 2, TextTable.WIDTH).forEach(out::println);
    }

    private void infeasible(PlacementProblem problem, Infeasible<Certificate> infeasible) {
        out.printf("%s: INFEASIBLE, no placement meets it%n%n", problem.name());
        out.println("  These cannot hold together:");
        infeasible.conflict().stream()
                .map(Outcome.Conflict::constraint)
                .distinct()
                .forEach(owner -> out.println("    - " + owner));
        out.printf(
                "%n  Proof  a tree of %s nodes, checked in exact arithmetic before it was returned%n",
                Rounded.number(infeasible.proof().proof().nodes().size()));
    }
}
