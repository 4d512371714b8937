package io.dcsdk.optimizer.formulation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which asset a variable counts: leaves and spines of one switch are units of the same thing, whatever the tiers. */
public final class CapitalAssets {
    private static final Pattern CALL = Pattern.compile("([a-z-]+)(?:>=\\d+)?\\(([^,)]+)(?:,[^)]*)?\\)");

    private CapitalAssets() {}

    /**
     * The asset that capital spent on a variable buys.
     *
     * @param variable the name of a variable of a {@link DesignFormulation}
     * @return {@code switch x}, {@code cables x}, {@code rack}, or the identifier of the item
     */
    public static String of(String variable) {
        Matcher call = CALL.matcher(variable);
        if (!call.matches()) {
            return variable;
        }
        String item = call.group(2);
        return switch (call.group(1)) {
            case "fabric", "leaf", "spine", "core", "spines" -> "switch " + item;
            case "endpoints", "uplinks" -> "cables " + item;
            case "racks" -> "rack";
            default -> item;
        };
    }
}
