package io.dcsdk.examples;

import io.dcsdk.design.Cost;
import io.dcsdk.design.EnergyUse;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Loads;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Power;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Prints an outcome for people, in at most 100 columns. */
final class PlanReport {
    private final PrintWriter out;
    private final DesignFormulation formulation;
    private final Algebra algebra;

    PlanReport(PrintWriter out, DesignFormulation formulation) {
        this.out = out;
        this.formulation = formulation;
        this.algebra = new Algebra(formulation);
    }

    /** A plan with what it costs and why nothing is better. */
    void plan(String status, Plan plan, Certificate certificate, String checked) {
        out.printf("Design for %s: %s%n%n", plan.problem().name(), status);
        materials(plan.billOfMaterials());
        out.println();
        money(plan);
        out.println();
        proof(plan, certificate, checked);
        out.println();
        constraints(certificate.point().orElseThrow());
    }

    private void materials(List<ItemCount> lines) {
        TextTable table = new TextTable(List.of("What", "Item", ">Count", ">Price"), 9, 58, 9, 18);
        for (ItemCount line : lines) {
            table.row(
                    line.category(),
                    line.name(),
                    Rounded.number(line.count()),
                    line.price().isZero() ? "-" : Rounded.money(line.price()));
            if (!line.detail().isEmpty()) {
                table.row("", "  " + Rounded.text(line.detail()), "", "");
            }
        }
        table.lines().forEach(out::println);
    }

    private void money(Plan plan) {
        Cost cost = plan.cost();
        EnergyUse energy = plan.energy();
        Loads loads = plan.loads();
        TextTable table = new TextTable(
                List.of("C over " + Rounded.quantity(plan.problem().finance().horizon()), ">", "E", ">", ">"),
                24,
                20,
                24,
                20,
                20);
        table.row(
                "hardware",
                Rounded.money(cost.hardware()),
                "IT equipment",
                energy(energy.it()),
                "mean " + power(loads.meanIt()));
        table.row(
                "software",
                Rounded.money(cost.software()),
                "cooling",
                energy(energy.cooling()),
                "mean " + power(loads.meanCooling()));
        table.row("maintenance", Rounded.money(cost.maintenance()), "", "", "");
        table.row("C", Rounded.money(cost.total()), "E", energy(energy.total()), "peak " + power(loads.peak()));
        table.lines().forEach(out::println);
        out.println();
        out.printf(
                "  C + lambda E = %s + %s x %s = %s%n",
                Rounded.money(cost.total()), lambda(plan), energy(energy.total()), Rounded.money(plan.objective()));
    }

    private void proof(Plan plan, Certificate certificate, String checked) {
        out.printf(
                "  Lower bound  %s: no design from this catalogue has a smaller C + lambda E%n",
                Rounded.money(plan.lowerBound()));
        out.printf("  Gap          %s%n", gap(plan));
        out.printf(
                "  Proof        a tree of %s nodes, %s leaves, each bounded by weak duality%s%n",
                Rounded.number(certificate.nodes()), Rounded.number(certificate.leaves()), lemmas(certificate));
        out.println("  Checked      in exact arithmetic, " + checked);
    }

    private static String lemmas(Certificate certificate) {
        int count = certificate.lemmas().size();
        return count == 0 ? "" : count == 1 ? ", with a lemma" : ", with " + count + " lemmas";
    }

    private static String gap(Plan plan) {
        double gap = plan.gap().base().doubleValue();
        return gap == 0 ? "0 (proven best)" : Rounded.number(gap) + " of the objective, at most";
    }

    private void constraints(List<Rational> point) {
        List<Algebra.Row> rows = algebra.requirements();
        out.println("  Requirements and limits (* binds: one unit more or less would break it)");
        TextTable table =
                new TextTable(List.of("", "Name", ">Plan", "", ">Limit", "Unit", "Meaning"), 1, 24, 12, 2, 12, 7, 40);
        int leftOut = 0;
        for (Algebra.Row row : rows) {
            if (isLimitOfNothing(row, point)) {
                leftOut++;
                continue;
            }
            table.row(
                    algebra.binds(row.constraint(), point) ? "*" : "",
                    row.constraint().name(),
                    Rounded.number(row.constraint().activity(point).doubleValue()),
                    row.constraint().relation().symbol(),
                    Rounded.number(row.constraint().rightHandSide().doubleValue()),
                    RequirementWords.rowUnit(row.owner()),
                    RequirementWords.meaning(row.owner()));
        }
        table.lines().forEach(out::println);
        if (leftOut > 0) {
            out.printf("  and %s limits of items that are not chosen%n", Rounded.number(leftOut));
        }
        out.println();
        out.println("  The binding ones as algebra");
        rows.stream()
                .filter(row -> algebra.binds(row.constraint(), point))
                .flatMap(row -> algebra.lines(row.constraint(), Optional.of(point)).stream())
                .forEach(out::println);
    }

    private static boolean isLimitOfNothing(Algebra.Row row, List<Rational> point) {
        boolean ofOneItem = row.owner().startsWith("available.") || row.owner().startsWith("maximum.");
        return ofOneItem && row.constraint().activity(point).isZero();
    }

    /** Why there is no plan. */
    void infeasible(List<Outcome.Conflict> conflict, Certificate proof, String checked) {
        out.printf("%s: INFEASIBLE%n%n", formulation.problem().name());
        List<String> owners =
                conflict.stream().map(Outcome.Conflict::constraint).distinct().toList();
        out.println(
                owners.isEmpty()
                        ? "  The catalogue itself allows no design."
                        : "  No selection from the catalogue meets these together:");
        for (String owner : owners) {
            algebra.rowsOf(owner).stream()
                    .limit(1)
                    .flatMap(row -> TextTable.wrap("- " + Algebra.inWords(row), 4, 96).stream())
                    .forEach(out::println);
        }
        out.println();
        out.println("  As algebra");
        for (String owner : owners) {
            algebra.rowsOf(owner).stream()
                    .flatMap(row -> algebra.lines(row.constraint(), Optional.empty()).stream())
                    .forEach(out::println);
        }
        out.println();
        out.printf("  Proof    %s leaves, each shown to hold no design%n", Rounded.number(proof.leaves()));
        out.println("  Checked  in exact arithmetic, " + checked);
    }

    private static String lambda(Plan plan) {
        double weight = plan.problem().lambda().price().in(EnergyPrice.Unit.USD_PER_KILOWATT_HOUR);
        return Rounded.number(weight) + " USD/kWh";
    }

    private static String energy(Energy energy) {
        double kilowattHours = energy.in(Energy.Unit.KILOWATT_HOUR);
        if (kilowattHours >= 1e6) {
            return Rounded.number(BigDecimal.valueOf(kilowattHours).movePointLeft(6)) + " GWh";
        }
        return kilowattHours >= 1e3
                ? Rounded.number(BigDecimal.valueOf(kilowattHours).movePointLeft(3)) + " MWh"
                : Rounded.number(kilowattHours) + " kWh";
    }

    private static String power(Power power) {
        double kilowatts = power.in(Power.Unit.KILOWATT);
        return kilowatts >= 1e3
                ? Rounded.number(BigDecimal.valueOf(kilowatts).movePointLeft(3)) + " MW"
                : Rounded.number(kilowatts) + " kW";
    }
}
