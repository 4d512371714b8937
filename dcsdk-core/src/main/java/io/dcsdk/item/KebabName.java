package io.dcsdk.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the constants of an enum are written in documents: {@code CHILLED_WATER} is {@code chilled-water}. */
public final class KebabName {
    private KebabName() {}

    /**
     * The text of a constant.
     *
     * @param constant any constant
     * @return its name in lower case with dashes
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a text.
     *
     * @param type the enum
     * @param subject what the constants are, for the message
     * @param text the text, in lower case
     * @param <E> the enum
     * @return the constant
     * @throws ItemException if there is none of that name
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String subject, String text) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(text)) {
                return constant;
            }
        }
        throw new ItemException("%s (%s): is unknown\nMaybe use one of %s."
                .formatted(
                        subject,
                        ItemRules.shown(text),
                        Arrays.stream(type.getEnumConstants())
                                .map(KebabName::of)
                                .collect(Collectors.joining(", "))));
    }
}
