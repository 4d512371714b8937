package io.dcsdk.optimizer.plan;

import io.dcsdk.design.Provenance;
import io.dcsdk.document.Documents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of a saved answer beside those that its certificate gives, compared as documents write them. Not safe for threads. */
public final class FigureComparison {
    private static final int LONGEST_SHOWN = 200;

    private final String owner;
    private final Map<String, Pair> figures = new LinkedHashMap<>();

    private record Pair(Object saved, Object proven) {}

    private FigureComparison(String owner) {
        this.owner = owner;
    }

    /**
     * Starts without figures.
     *
     * @param owner what holds them, for the message: {@code the plan}
     * @return the comparison
     */
    public static FigureComparison of(String owner) {
        return new FigureComparison(owner);
    }

    /**
     * Adds a figure.
     *
     * @param name the name of its field
     * @param saved what the file says
     * @param proven what the certificate gives
     * @return this comparison
     */
    public FigureComparison and(String name, Object saved, Object proven) {
        figures.put(name, new Pair(saved, proven));
        return this;
    }

    /**
     * Adds where an answer is from, without the versions and machines, which may differ.
     *
     * @param saved what the file says
     * @param proven what the certificate gives
     * @return this comparison
     */
    public FigureComparison andOrigin(Provenance saved, Provenance proven) {
        return and("provenance.inputHash", saved.inputHash(), proven.inputHash())
                .and("provenance.modelHash", saved.modelHash(), proven.modelHash());
    }

    /**
     * The first figure that differs, in the order they were added.
     *
     * @return the rejection that names it with both values, of which it shows {@value #LONGEST_SHOWN} characters; empty if all
     *     figures are the same
     */
    public Optional<Verification> flaw() {
        for (Map.Entry<String, Pair> figure : figures.entrySet()) {
            String saved = Documents.toCompactJson(figure.getValue().saved());
            String proven = Documents.toCompactJson(figure.getValue().proven());
            if (!saved.equals(proven)) {
                return Optional.of(Verification.rejected(
                        "%s (%s) of %s: the certificate gives %s\nMaybe the file was edited after it was saved."
                                .formatted(figure.getKey(), shorten(saved), owner, shorten(proven))));
            }
        }
        return Optional.empty();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
