package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.Ratio;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The joint problem that a document states. */
final class JointInput {
    private JointInput() {}

    /**
     * Joins the two problems.
     *
     * @param document what was read
     * @param catalog what can be bought, with all cooling systems
     * @param facility supply and cooling of the document
     */
    static JointProblem problem(JointDocument document, Catalog catalog, FacilityInput facility) {
        DesignProblem design = required(document);
        Map<String, Profile> factors = facility.factors();
        Map<String, Ratio> peaks = new LinkedHashMap<>();
        for (CoolingEntry entry : facility.cooling()) {
            peaks.put(entry.item(), facility.peak(entry, system(catalog, entry)));
        }
        Catalog chosen = new Catalog(
                catalog.name(),
                catalog.accelerators(),
                catalog.servers(),
                catalog.software(),
                catalog.storage(),
                catalog.switches(),
                catalog.cooling().stream()
                        .filter(system -> factors.containsKey(system.id()))
                        .toList(),
                catalog.supplies(),
                catalog.controls());
        return JointProblem.of(
                design.withCatalog(chosen),
                facility.supply().system(),
                document.node(),
                factors,
                peaks,
                facility.exchangeRate());
    }

    /** What the cooling systems are in the weather. */
    static JointFacility described(Catalog catalog, FacilityInput facility) {
        return new JointFacility(
                facility.weather(),
                facility.cooling().stream()
                        .map(entry -> facility.choice(entry, system(catalog, entry)))
                        .toList());
    }

    private static CoolingSystem system(Catalog catalog, CoolingEntry entry) {
        return catalog.cooling().stream()
                .filter(system -> system.id().equals(entry.item()))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "cooling (%s)".formatted(entry.item()),
                        "the catalogue has none of this name",
                        "use one of %s."
                                .formatted(catalog.cooling().stream()
                                        .map(CoolingSystem::id)
                                        .collect(Collectors.joining(", ")))));
    }

    /** The design problem of a document that must have one. */
    static DesignProblem required(JointDocument document) {
        return document.problem()
                .orElseThrow(() -> new BadInput(
                        "problem of the document",
                        "is missing, so that there is no design to plan",
                        "add it, or use report --energy with a saved plan."));
    }
}
