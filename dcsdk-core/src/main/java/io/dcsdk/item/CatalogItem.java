package io.dcsdk.item;

import com.google.common.base.Strings;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Something that a design can buy, hire or build, as a catalogue lists it. Implemented by records only. */
public interface CatalogItem {
    /**
     * The identifier, unique within a catalogue.
     *
     * @return text of the form {@code [a-z0-9][a-z0-9.-]{0,63}}
     */
    String id();

    /**
     * The name that people know it by.
     *
     * @return 1 to 120 printable characters
     */
    String name();

    /**
     * Where the figures come from.
     *
     * @return the sources, each naming the figures that it is for; may be empty
     */
    List<Source> sources();

    /**
     * The figures, with the sources of each.
     *
     * @return one for each component that is present, in their order; nested records are flattened
     */
    default List<Figure> figures() {
        return Figure.of(this);
    }

    /**
     * The item for people to read: name, one line a figure with the numbers of its sources, and the sources.
     *
     * @return lines without a final line break
     */
    default String describe() {
        List<Figure> figures = figures();
        int width = figures.stream()
                .mapToInt(figure -> figure.path().length())
                .max()
                .orElse(0);
        StringJoiner lines = new StringJoiner("\n");
        lines.add("%s (%s)".formatted(name(), id()));
        for (Figure figure : figures) {
            String references = figure.sources().stream()
                    .map(source -> " [" + (sources().indexOf(source) + 1) + "]")
                    .collect(Collectors.joining());
            lines.add("  %s  %s%s"
                    .formatted(Strings.padEnd(figure.path(), width, ' '), figure.text(), references)
                    .stripTrailing());
        }
        for (int i = 0; i < sources().size(); i++) {
            Source source = sources().get(i);
            lines.add("  [%d] %s, %d%s"
                    .formatted(i + 1, source.title(), source.year(), source.estimate() ? " (estimate)" : ""));
        }
        return lines.toString();
    }
}
