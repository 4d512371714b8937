package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.pareto.CertifiedInterval;
import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.FrontMeasure;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.FrontWeight;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.pareto.UnsupportedPoint;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.WaterVolume;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a front for people, in at most 100 columns. */
final class FrontReport {
    private final PrintWriter out;
    private final ParetoFront front;

    FrontReport(PrintWriter out, ParetoFront front) {
        this.out = out;
        this.front = front;
    }

    void print(DesignProblem problem) {
        String status = front.status().toString().replace('-', ' ').toUpperCase(Locale.ROOT);
        String reason = front.stopped().map(stop -> " (" + words(stop) + ")").orElse("");
        out.printf("Front of C and %s for %s: %s%s%n", letter(), front.problem(), status, reason);
        if (front.status() == FrontStatus.INFEASIBLE) {
            infeasible();
        } else if (!front.supported().isEmpty()) {
            out.println();
            points();
            out.println();
            proof(problem);
        }
    }

    private String letter() {
        return front.against() == FrontMeasure.ENERGY ? "E" : front.against().toString();
    }

    private String weighed() {
        return front.against() == FrontMeasure.ENERGY ? "C + lambda E" : "C + weight x " + front.against();
    }

    private static String words(String stop) {
        return switch (KebabName.parse(Outcome.Stop.class, "stop", stop)) {
            case DEADLINE -> "the time limit was reached";
            case NODE_LIMIT -> "the node limit was reached";
            case CANCELLED -> "interrupted";
        };
    }

    private void infeasible() {
        out.println();
        out.println("  At no weight is there a design; these cannot hold together:");
        front.conflict().stream()
                .map(Outcome.Conflict::constraint)
                .distinct()
                .forEach(owner -> out.printf("    - %s (%s)%n", owner, RequirementWords.meaning(owner)));
        out.println("  plan explains why, and saves the proof.");
    }

    private void points() {
        out.printf(
                "  Over %s; each design is the best between its two %s in %s%n",
                Rounded.quantity(front.horizon()),
                front.against() == FrontMeasure.ENERGY ? "lambdas" : "weights",
                WeightText.unit(front.against()));
        TextTable table = table("From", "To", "Gap");
        List<String> items = new ArrayList<>();
        for (SupportedPoint point : front.supported()) {
            row(
                    table,
                    items,
                    WeightText.shown(point.from()),
                    WeightText.shown(point.to()),
                    point.gap(),
                    point.design());
        }
        print(table, items, 1);
        if (!front.unsupported().isEmpty()) {
            out.println();
            out.println("  The best known at no weight here, yet cheaper than any other that takes as little");
            TextTable others = table("", "", "Gap of C");
            List<String> otherItems = new ArrayList<>();
            for (UnsupportedPoint point : front.unsupported()) {
                row(others, otherItems, "", "", point.gap(), point.design());
            }
            print(others, otherItems, 1 + items.size());
        }
    }

    private TextTable table(String from, String to, String gap) {
        boolean hasCarbon = front.supported().get(0).design().carbon().isPresent();
        String last = front.against() == FrontMeasure.WATER ? ">Water" : hasCarbon ? ">CO2" : ">";
        return new TextTable(List.of(">" + from, ">" + to, ">C", ">E", last, ">" + gap), 11, 11, 24, 14, 14, 9);
    }

    private void row(TextTable table, List<String> items, String from, String to, Ratio gap, FrontDesign design) {
        items.add(design.items());
        table.row(
                from,
                to,
                Rounded.money(design.cost()),
                energy(design.energy()),
                footprint(design),
                Rounded.number(up(gap)));
    }

    /** Each row with its number, and under it what is bought. */
    private void print(TextTable table, List<String> items, int first) {
        List<String> lines = table.lines();
        out.println("    " + lines.get(0));
        for (int k = 0; k < items.size(); k++) {
            out.printf("%4d%s%n", first + k, lines.get(1 + k));
            TextTable.wrap(items.get(k), 8, TextTable.WIDTH).forEach(out::println);
        }
    }

    /** Carbon of the supplies, with that of making the servers in fronts against carbon; or water. */
    private static String footprint(FrontDesign design) {
        return design.water()
                .map(FrontReport::cubicMetres)
                .or(() -> design.carbon()
                        .map(carbon -> tonnes(carbon.plus(design.embodied().orElse(CarbonMass.ZERO)))))
                .orElse("");
    }

    private static String cubicMetres(WaterVolume volume) {
        return Rounded.number(volume.in(WaterVolume.Unit.CUBIC_METRE)) + " m3";
    }

    private static String tonnes(CarbonMass mass) {
        return Rounded.number(mass.in(CarbonMass.Unit.TONNE)) + " t";
    }

    private void proof(DesignProblem problem) {
        EnergyPrice own = problem.lambda().price();
        boolean isOfEnergy = front.against() == FrontMeasure.ENERGY;
        FrontWeight lambda = FrontWeight.of(own);
        if (isOfEnergy && lambda.compareTo(front.from()) >= 0 && lambda.compareTo(front.to()) <= 0) {
            int index = front.supported().indexOf(front.at(own)) + 1;
            out.printf(
                    "  At the problem's own lambda, %s USD/kWh, design %d is the best%n",
                    WeightText.shown(lambda), index);
        }
        out.printf(
                "  Proven       nothing is better by more than %s of %s,%n               for every %s from %s to %s %s%n",
                Rounded.number(up(front.worstGap().orElseThrow())),
                weighed(),
                isOfEnergy ? "lambda" : "weight",
                WeightText.shown(front.from()),
                WeightText.shown(front.to()),
                WeightText.unit(front.against()));
        if (front.status() == FrontStatus.INCOMPLETE) {
            out.printf(
                    "  Tolerance    %s, not kept everywhere:%n",
                    Rounded.number(front.tolerance().base()));
            for (CertifiedInterval interval : front.intervals()) {
                out.printf(
                        "    %s to %s: %s%n",
                        WeightText.shown(interval.from()),
                        WeightText.shown(interval.to()),
                        Rounded.number(up(interval.gap())));
            }
        }
        out.printf(
                "  Solves       %s at a %s, %s under a limit of %s, each audited in exact arithmetic%n",
                Rounded.number(front.solves()),
                isOfEnergy ? "lambda" : "weight",
                Rounded.number(front.limitedSolves()),
                front.against());
        if (front.limitedSolves() > 0) {
            out.printf(
                    "  Left         %s%n",
                    front.unexplored().isEmpty()
                            ? "nothing: no other design is better than those above by more than the tolerance"
                            : front.unexplored().size()
                                    + " regions between them may hold more; a larger N looks there");
        }
    }

    /** Three digits, rounded up: a gap must not look smaller than it is. */
    private static BigDecimal up(Ratio gap) {
        return gap.base().round(new MathContext(3, RoundingMode.CEILING));
    }

    static String energy(Energy energy) {
        double kilowattHours = energy.in(Energy.Unit.KILOWATT_HOUR);
        if (kilowattHours >= 1e6) {
            return Rounded.number(BigDecimal.valueOf(kilowattHours).movePointLeft(6)) + " GWh";
        }
        return kilowattHours >= 1e3
                ? Rounded.number(BigDecimal.valueOf(kilowattHours).movePointLeft(3)) + " MWh"
                : Rounded.number(kilowattHours) + " kWh";
    }
}
