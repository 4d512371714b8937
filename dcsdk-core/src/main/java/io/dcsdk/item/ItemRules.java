package io.dcsdk.item;

import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that figures of one owner obey; each broken one becomes {@code subject (value) of owner: rule broken} and a
 * line that begins with {@code Maybe}. Every method gives back the value that it accepts, and refuses null, because a
 * document may leave anything out.
 */
public final class ItemRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final int MAX_SHOWN = 80;

    private final String owner;

    private ItemRules(String owner) {
        this.owner = owner;
    }

    /**
     * Rules for the figures of something.
     *
     * @param kind what the owner is, such as {@code server}
     * @param identity which one it is
     * @return the rules
     */
    public static ItemRules of(String kind, String identity) {
        return new ItemRules((kind + " " + shown(identity)).strip());
    }

    /**
     * Rules for the figures of a catalogue item, after checking what all items have.
     *
     * @param type the item's record
     * @param kind what the item is, such as {@code server}
     * @param id its identifier
     * @param name its name
     * @param sources its sources; their fields must be components of the record
     * @return the rules
     * @throws ItemException if one of the three is missing or malformed
     */
    public static ItemRules ofItem(
            Class<? extends Record> type,
            String kind,
            @Nullable String id,
            @Nullable String name,
            @Nullable List<Source> sources) {
        String identifier = new ItemRules(kind).required("id", id);
        if (!ID.matcher(identifier).matches()) {
            throw new ItemRules(kind)
                    .broken(
                            "id",
                            identifier,
                            "is not 1 to 64 lower-case letters, digits, dots and dashes",
                            "write it like dgx-h100.");
        }
        ItemRules rules = of(kind, identifier);
        rules.text("name", name, 120);
        for (Source source : rules.list("sources", sources)) {
            for (String field : source.fields()) {
                rules.checkField(type, field);
            }
        }
        return rules;
    }

    private void checkField(Class<?> type, String field) {
        Class<?> owning = type;
        for (String part : field.split("\\.", -1)) {
            RecordComponent found = component(owning, part);
            if (found == null) {
                throw broken("sources", field, "is no figure of it", "the figures are " + names(type) + ".");
            }
            owning = found.getType();
        }
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return component;
                }
            }
        }
        return null;
    }

    private static String names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        names.removeAll(List.of("id", "name", "sources"));
        return String.join(", ", names);
    }

    /**
     * A value that must be there.
     *
     * @param subject the figure's name
     * @param value the value
     * @param <T> its type
     * @return the value
     * @throws ItemException if it is null
     */
    public <T> T required(String subject, @Nullable T value) {
        if (value == null) {
            throw new ItemException("%s of %s: is missing\nMaybe add it; it has no default.".formatted(subject, owner));
        }
        return value;
    }

    /**
     * Text of at least one printable character.
     *
     * @param subject the figure's name
     * @param value the text
     * @param longest the most characters
     * @return the text
     * @throws ItemException if it is null, blank, too long or holds a control character
     */
    public String text(String subject, @Nullable String value, int longest) {
        String text = required(subject, value);
        if (text.isBlank() || text.length() > longest) {
            throw broken(subject, text, "is not of 1 to " + longest + " characters", "give it a short text.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw broken(subject, text, "has a control character", "write it on one line.");
        }
        return text;
    }

    /**
     * A whole number of at least some value.
     *
     * @param subject the figure's name
     * @param value the number
     * @param least the smallest that is allowed
     * @return the number
     * @throws ItemException if it is smaller
     */
    public long atLeast(String subject, long value, long least) {
        if (value < least) {
            throw broken(subject, value, "is below " + least, "correct the count.");
        }
        return value;
    }

    /**
     * A quantity that is zero or above.
     *
     * @param subject the figure's name
     * @param value the quantity
     * @param <Q> its type
     * @return the quantity
     * @throws ItemException if it is null or negative
     */
    public <Q extends Quantity<Q>> Q nonNegative(String subject, @Nullable Q value) {
        Q quantity = required(subject, value);
        if (quantity.isNegative()) {
            throw broken(subject, quantity, "is negative", "drop the minus sign.");
        }
        return quantity;
    }

    /**
     * A quantity above zero.
     *
     * @param subject the figure's name
     * @param value the quantity
     * @param <Q> its type
     * @return the quantity
     * @throws ItemException if it is null, zero or negative
     */
    public <Q extends Quantity<Q>> Q positive(String subject, @Nullable Q value) {
        Q quantity = nonNegative(subject, value);
        if (quantity.isZero()) {
            throw broken(subject, quantity, "is not above zero", "look the figure up in the data sheet.");
        }
        return quantity;
    }

    /**
     * A quantity from zero up to another figure of the same owner.
     *
     * @param subject the figure's name
     * @param value the quantity
     * @param limitSubject the other figure's name
     * @param limit the other figure
     * @param <Q> the type of both
     * @return the quantity
     * @throws ItemException if it is null, negative or above the limit
     */
    public <Q extends Quantity<Q>> Q upTo(String subject, @Nullable Q value, String limitSubject, Q limit) {
        Q quantity = nonNegative(subject, value);
        if (quantity.compareTo(limit) > 0) {
            throw broken(
                    subject,
                    quantity,
                    "is above " + limitSubject + " (" + limit + ")",
                    "the two are swapped, or one has the wrong unit.");
        }
        return quantity;
    }

    /**
     * A ratio from 0 to 1.
     *
     * @param subject the figure's name
     * @param value the ratio
     * @return the ratio
     * @throws ItemException if it is null or outside
     */
    public Ratio share(String subject, @Nullable Ratio value) {
        Ratio ratio = required(subject, value);
        if (ratio.isNegative() || ratio.compareTo(Ratio.ONE) > 0) {
            throw broken(subject, ratio, "is not within 0 and 1", "it is a percentage: write 35 % as 0.35.");
        }
        return ratio;
    }

    /**
     * A ratio above 0 and up to 1.
     *
     * @param subject the figure's name
     * @param value the ratio
     * @return the ratio
     * @throws ItemException if it is null or outside
     */
    public Ratio efficiency(String subject, @Nullable Ratio value) {
        Ratio ratio = share(subject, value);
        if (ratio.isZero()) {
            throw broken(subject, ratio, "is not above zero", "leave the item out if it does no work.");
        }
        return ratio;
    }

    /**
     * A copy of a list; null is an empty one.
     *
     * @param subject the list's name
     * @param values the elements
     * @param <T> their type
     * @return an immutable copy
     * @throws ItemException if an element is null
     */
    public <T> List<T> list(String subject, @Nullable Collection<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw broken(subject, values, "has an empty element", "delete the element, or fill it in.");
        }
        return List.copyOf(values);
    }

    /**
     * A list without repetition.
     *
     * @param subject the list's name
     * @param values the elements
     * @param <T> their type
     * @return the list
     * @throws ItemException if an element is there twice
     */
    public <T> List<T> distinct(String subject, List<T> values) {
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                throw broken(subject, value, "is there twice", "delete one of the two.");
            }
        }
        return values;
    }

    /**
     * The error for a broken rule.
     *
     * @param subject the figure's name
     * @param value the figure
     * @param rule what is wrong, beginning with a verb
     * @param step what to do, after the word Maybe
     * @return the exception, to be thrown
     */
    public ItemException broken(String subject, Object value, String rule, String step) {
        return new ItemException(
                "%s (%s) of %s: %s\nMaybe %s".formatted(subject, shown(String.valueOf(value)), owner, rule, step));
    }

    /** Text for a message: short, and without characters that could move the cursor of a terminal. */
    static String shown(String text) {
        String cut = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
        return cut.chars()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
