package io.dcsdk.item;

import java.util.List;

/**
 * Where figures of an item come from.
 *
 * @param fields the figures that the source is for: component names of the item's record; of a nested record either the
 *     whole ({@code overhead}) or one figure ({@code overhead.compute}); at least one, none twice
 * @param title what to look for: the document or page, with its publisher; 1 to 300 characters
 * @param year the year of publication or of the look-up, 1900 to 2200
 * @param estimate true if the source gives no such figure itself and it was derived or judged from it
 */
public record Source(List<String> fields, String title, int year, boolean estimate) {
    /** Checks the components. */
    public Source {
        ItemRules rules = ItemRules.of("source", String.valueOf(title));
        title = rules.text("title", title, 300);
        fields = rules.distinct("fields", rules.list("fields", fields));
        if (fields.isEmpty()) {
            throw rules.broken("fields", fields, "is empty", "name the figures that the source is for.");
        }
        if (year < 1900 || year > 2200) {
            throw rules.broken("year", year, "is not within 1900 and 2200", "write the year of publication.");
        }
    }

    /**
     * Whether the source is for a figure, directly or through the record that holds it.
     *
     * @param field a component name, nested with a dot
     * @return true if the field or one of its owners is listed
     */
    public boolean covers(String field) {
        return fields.stream().anyMatch(listed -> field.equals(listed) || field.startsWith(listed + "."));
    }
}
