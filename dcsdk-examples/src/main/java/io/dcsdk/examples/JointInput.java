package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.Profile;
import java.util.List;
import java.util.Map;

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
        List<String> known = catalog.cooling().stream().map(CoolingSystem::id).toList();
        for (String item : factors.keySet()) {
            if (!known.contains(item)) {
                throw new BadInput(
                        "cooling (%s)".formatted(item),
                        "the catalogue has none of this name",
                        "use one of %s.".formatted(String.join(", ", known)));
            }
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
        return JointProblem.of(design.withCatalog(chosen), facility.supply().system(), document.node(), factors);
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
