package io.dcsdk.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How data survives the loss of the drives or nodes that hold it: each piece of data is kept as {@code data +
 * redundant} pieces on different ones, of which any {@code data} are enough to read it back. Replication n keeps n whole
 * copies (1 + (n − 1)); an erasure code k+m (Reed and Solomon 1960) keeps k pieces of the data and m of parity. In
 * documents it is text: {@code "replication 3"}, {@code "erasure 8+3"} or {@code "none"}.
 *
 * @param scheme the scheme
 * @param data pieces that hold the data, 1 to 255; 1 except for erasure codes
 * @param redundant further pieces, 0 to 255; 0 for none, at least 1 otherwise
 */
public record Durability(Scheme scheme, int data, int redundant) {
    /** One copy only. */
    public static final Durability NONE = new Durability(Scheme.NONE, 1, 0);

    private static final Pattern REPLICATION = Pattern.compile("replication ([0-9]{1,3})");
    private static final Pattern ERASURE = Pattern.compile("erasure ([0-9]{1,3})\\+([0-9]{1,3})");
    private static final int MOST = 255;

    /** The families of schemes. */
    public enum Scheme {
        /** One copy only. */
        NONE,
        /** Whole copies. */
        REPLICATION,
        /** Parity over pieces. */
        ERASURE
    }

    /** Checks the components. */
    public Durability {
        ItemRules rules = ItemRules.of("durability", "");
        rules.required("scheme", scheme);
        boolean fits =
                switch (scheme) {
                    case NONE -> data == 1 && redundant == 0;
                    case REPLICATION -> data == 1 && redundant >= 1 && redundant < MOST;
                    case ERASURE -> data >= 1 && redundant >= 1 && data <= MOST && redundant <= MOST;
                };
        if (!fits) {
            throw rules.broken(
                    "pieces",
                    data + "+" + redundant,
                    "do not fit the scheme",
                    "write \"replication 3\", \"erasure 8+3\" or \"none\".");
        }
    }

    /**
     * Whole copies.
     *
     * @param copies how many, 2 to 255
     * @return the scheme
     * @throws io.dcsdk.item.ItemException if the count is outside
     */
    public static Durability replication(int copies) {
        return new Durability(Scheme.REPLICATION, 1, copies - 1);
    }

    /**
     * An erasure code.
     *
     * @param data pieces of data, 1 to 255
     * @param parity pieces of parity, 1 to 255
     * @return the scheme
     * @throws io.dcsdk.item.ItemException if a count is outside
     */
    public static Durability erasure(int data, int parity) {
        return new Durability(Scheme.ERASURE, data, parity);
    }

    /**
     * Reads {@code "replication 3"}, {@code "erasure 8+3"} or {@code "none"}.
     *
     * @param text the text
     * @return the scheme
     * @throws io.dcsdk.item.ItemException if it is none of the three, or a count is out of range
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Durability parse(String text) {
        Matcher replication = REPLICATION.matcher(text);
        if (replication.matches()) {
            return replication(Integer.parseInt(replication.group(1)));
        }
        Matcher erasure = ERASURE.matcher(text);
        if (erasure.matches()) {
            return erasure(Integer.parseInt(erasure.group(1)), Integer.parseInt(erasure.group(2)));
        }
        if (text.equals("none")) {
            return NONE;
        }
        throw ItemRules.of("storage", "")
                .broken("durability", text, "is unknown", "write \"replication 3\", \"erasure 8+3\" or \"none\".");
    }

    /**
     * Raw capacity needed for one unit of usable capacity.
     *
     * @return (data + redundant) / data, at least 1, rounded to 34 digits
     */
    public Ratio overhead() {
        return Ratio.of(
                BigDecimal.valueOf((long) data + redundant).divide(BigDecimal.valueOf(data), MathContext.DECIMAL128));
    }

    /**
     * How many drives or nodes may fail at once without loss of data.
     *
     * @return the redundant pieces
     */
    public int toleratedFailures() {
        return redundant;
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (scheme) {
            case NONE -> "none";
            case REPLICATION -> "replication " + (redundant + 1);
            case ERASURE -> "erasure " + data + "+" + redundant;
        };
    }
}
