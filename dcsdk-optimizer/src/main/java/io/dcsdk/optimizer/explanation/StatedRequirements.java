package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.workload.DerivedFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the requirements and limits of a problem into words. */
final class StatedRequirements {
    private static final String STATED = "stated";

    private final DesignFormulation formulation;
    private final Map<String, StatedFigure> figures;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    StatedRequirements(DesignFormulation formulation, Map<String, StatedFigure> figures) {
        this.formulation = formulation;
        this.figures = figures;
        for (int row = 0; row < formulation.program().constraints().size(); row++) {
            String name = formulation.program().constraints().get(row).name();
            String owner = formulation.requirementOfRow().getOrDefault(name, "");
            if (!owner.isEmpty()) {
                rows.computeIfAbsent(owner, absent -> new ArrayList<>())
                        .add(formulation.program().describe(row));
            }
        }
    }

    StatedRequirement of(String name) {
        return new StatedRequirement(
                name,
                RequirementWords.meaning(name),
                Optional.ofNullable(figures.get(name)).map(figure -> figure.relation() + " " + figure.text()),
                origin(name),
                rows.getOrDefault(name, List.of()));
    }

    private Optional<String> origin(String name) {
        String derived = formulation.problem().demand().derivation().stream()
                .filter(figure -> isNamed(figure, name) && !figure.formula().equals(STATED))
                .map(figure -> "%s: %s".formatted(figure.workload(), figure.formula()))
                .distinct()
                .collect(Collectors.joining("; "));
        return derived.isEmpty() ? Optional.empty() : Optional.of(derived);
    }

    /** A derivation writes {@code storage read} for {@code storage-read}. */
    private static boolean isNamed(DerivedFigure figure, String name) {
        String written = figure.figure();
        return written.replace(' ', '-').equals(name)
                || (name.equals("storage-metadata") && written.startsWith("metadata operations"));
    }
}
