package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Plan;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.SizingReport;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.quantity.Power;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facility of a saved plan hour by hour, in the weather and with the supply of a document that {@code energy joint} reads. */
final class PlannedEnergy {
    private static final double KILOWATTS_PER_MEGAWATT = 1000;

    private final Plan plan;
    private final JointDocument document;
    private final FacilityInput facility;
    private final String cooling;
    private final EnergySystem system;

    private PlannedEnergy(Plan plan, JointDocument document, FacilityInput facility) {
        this.plan = plan;
        this.document = document;
        this.facility = facility;
        document.problem().ifPresent(stated -> requireSame(stated, plan.problem()));
        cooling = plan.selection()
                .cooling()
                .orElseThrow(() -> new BadInput(
                        "cooling of the plan",
                        "is none, so that the power of its facility is not known",
                        "plan with a cooling system."))
                .system();
        Map<String, Profile> factors = facility.factors();
        Profile factor = factors.get(cooling);
        if (factor == null) {
            throw new BadInput(
                    "cooling (%s) of the plan".formatted(cooling),
                    "the document says nothing of it, only of %s".formatted(factors.keySet()),
                    "add {item: %s, plant: a kind of energy pue}.".formatted(cooling));
        }
        requireSameKind();
        double kilowatts = plan.loads().meanIt().in(Power.Unit.KILOWATT);
        system = FacilityLoad.on(
                facility.supply().system(), document.node(), factor.times(kilowatts / KILOWATTS_PER_MEGAWATT));
    }

    /**
     * Reads a document around a plan; refusals name the file.
     *
     * @param plan the plan
     * @param file the document, - for standard input
     * @param mostGapHours the longest gap of its weather that is filled; 0 for none
     */
    static PlannedEnergy read(Plan plan, String file, double mostGapHours) {
        JointDocument document = Input.read(file, JointDocument.class);
        @Nullable
        Path parent =
                file.equals("-") ? null : Input.path(file).toAbsolutePath().getParent();
        Path folder = parent == null ? Path.of("") : parent;
        return Faults.placed(
                file, () -> new PlannedEnergy(plan, document, new FacilityInput(document, folder, null, mostGapHours)));
    }

    /** The plant in the weather is what the plan buys. */
    private void requireSameKind() {
        Optional<CoolingEntry> stated =
                facility.entry(cooling).filter(entry -> entry.plant().isPresent());
        if (stated.isPresent()) {
            plan.problem().items().cooling().stream()
                    .filter(system -> system.id().equals(cooling))
                    .forEach(system -> JointClimate.requireSameKind(stated.get(), system));
        }
    }

    /** A problem beside the supply is that of the plan, or there is a mistake. */
    private static void requireSame(DesignProblem stated, DesignProblem planned) {
        if (!stated.withCatalog(planned.items()).equals(planned)) {
            throw new BadInput(
                    "problem (%s) of the document".formatted(stated.name()),
                    "is not that of the plan (%s)".formatted(planned.name()),
                    "leave it out, or plan it first.");
        }
    }

    /** What is to be known of the supply, such as clocks that change. */
    List<String> notes() {
        return facility.supply().notes();
    }

    /** The supply with the facility. */
    EnergySystem system() {
        return system;
    }

    /** Sizes the supply; empty if it cannot feed the facility. */
    Sizing size() {
        return SizingOptimizer.solve(system, SizingOptions.defaults());
    }

    /**
     * Why the supply cannot feed the facility, as {@code energy size} tells it.
     *
     * @param sizing without a design
     */
    List<String> reasons(Sizing sizing) {
        return SizeVerdict.of(facility.supply(), system, sizing, Optional.empty())
                .lines(facility.supply());
    }

    /**
     * What the report of the plan tells of it.
     *
     * @param sizing with a design
     * @param week to be drawn
     */
    HourlyFacility hours(Sizing sizing, int week) {
        SizingReport sized = SizingReport.of(
                        document.supply().name(), document.supply().currency().orElse("USD"), system, sizing)
                .withWeek(week);
        return facility.hours(sized, Optional.of(cooling), plan.loads().meanIt());
    }
}
