package io.dcsdk.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure of an item, as text for people.
 *
 * @param path the component's name; within a nested record {@code owner.component}
 * @param text the value as documents write it; elements of lists and sets separated by commas
 * @param sources the sources that cover the figure, in the item's order
 */
public record Figure(String path, String text, List<Source> sources) {
    private static final Set<String> IDENTITY = Set.of("id", "name", "sources");

    /** Copies the sources. */
    public Figure {
        sources = List.copyOf(sources);
    }

    /**
     * The figures of an item, in the order of its components; absent ones are left out, nested records are flattened.
     *
     * @param item the item, a record
     * @return the figures
     */
    static List<Figure> of(CatalogItem item) {
        List<Figure> figures = new ArrayList<>();
        collect("", (Record) item, item.sources(), figures);
        return List.copyOf(figures);
    }

    private static void collect(String prefix, Record owner, List<Source> sources, List<Figure> figures) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            String path = prefix + component.getName();
            Object value = present(component, owner);
            if (IDENTITY.contains(path) || value.equals(List.of())) {
                continue;
            }
            if (value instanceof Record nested && !isText(nested)) {
                collect(path + ".", nested, sources, figures);
            } else {
                List<Source> covering =
                        sources.stream().filter(source -> source.covers(path)).toList();
                figures.add(new Figure(path, text(value), covering));
            }
        }
    }

    /** The component's value; an absent one as the empty list. */
    private static Object present(RecordComponent component, Record owner) {
        try {
            Object value = component.getAccessor().invoke(owner);
            return value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse(List.of())
                    : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s of %s: cannot be read\nMaybe the record is not public."
                            .formatted(component.getName(), owner.getClass().getName()),
                    e);
        }
    }

    /** Whether documents write a record as one text. */
    private static boolean isText(Record value) {
        return Stream.of(value.getClass().getDeclaredMethods())
                .map((Method method) -> method.getAnnotation(JsonValue.class))
                .anyMatch(annotation -> annotation != null);
    }

    private static String text(Object value) {
        return value instanceof Collection<?> elements
                ? elements.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
