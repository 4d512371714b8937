package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far each figure is moved, up and down, to see what that changes. Unless stated: 1 TB, 1 GB/s, 1 MW (1 kW below 1 MW), one
 * percentage point of a share, 1 of what is counted, and 1 % of every other figure.
 *
 * @param own amounts by requirement, such as {@code 5 TB}, {@code 2} of what is counted, or {@code 10 %} of the figure (of a
 *     share: ten percentage points)
 */
public record StepSizes(SortedMap<String, String> own) {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)\\s*([^\\s0-9].*)?");
    private static final String PREFIXES = "kMGTPE";
    private static final Rational HUNDRED = Rational.of(100);
    private static final Rational THOUSAND = Rational.of(1000);

    /** Checks the components. */
    public StepSizes {
        own = new TreeMap<>(ItemRules.of("step sizes", "").required("own", own));
    }

    /**
     * The steps that suit most problems.
     *
     * @return none stated
     */
    public static StepSizes standard() {
        return new StepSizes(new TreeMap<>());
    }

    @Override
    public SortedMap<String, String> own() {
        return new TreeMap<>(own);
    }

    /**
     * The same with another step.
     *
     * @param requirement whose figure moves
     * @param amount such as {@code 5 TB} or {@code 10 %}
     * @return the steps
     */
    public StepSizes with(String requirement, String amount) {
        SortedMap<String, String> more = own();
        more.put(requirement, amount);
        return new StepSizes(more);
    }

    /** Refuses names that a problem has no figure for. */
    void requireKnown(Collection<String> known) {
        TreeSet<String> named = new TreeSet<>(own.keySet());
        named.removeAll(known);
        if (!named.isEmpty()) {
            throw ItemRules.of("step sizes", "")
                    .broken(
                            "name",
                            named.first(),
                            "is no figure of the problem",
                            "use some of " + String.join(", ", new TreeSet<>(known)) + ".");
        }
    }

    /** The step of a figure, in its unit, above zero. */
    Rational of(StatedFigure figure) {
        String amount = own.get(figure.name());
        return amount == null ? standard(figure) : parsed(figure, amount);
    }

    private static Rational standard(StatedFigure figure) {
        if (figure.motion() == Motion.WHOLE) {
            return Rational.ONE;
        }
        return switch (figure.unit()) {
            case "GB" -> THOUSAND;
            case "GB/s" -> Rational.ONE;
            case "kW" -> figure.value().compareTo(THOUSAND) < 0 ? Rational.ONE : THOUSAND;
            case "%" -> Rational.ONE.dividedBy(HUNDRED);
            default -> figure.value().isZero() ? Rational.ONE : figure.value().dividedBy(HUNDRED);
        };
    }

    private static Rational parsed(StatedFigure figure, String amount) {
        Matcher matcher = AMOUNT.matcher(amount.strip());
        if (!matcher.matches()) {
            throw refused(figure, amount, "is no amount");
        }
        Rational number = Rational.of(new BigDecimal(matcher.group(1)));
        String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
        Rational step = number.times(size(figure, unit, amount));
        if (step.signum() <= 0) {
            throw refused(figure, amount, "is not above zero");
        }
        if (figure.motion() == Motion.WHOLE && !step.isInteger()) {
            throw refused(figure, amount, "is not whole");
        }
        return step;
    }

    /** How many units of the figure one of these is. */
    private static Rational size(StatedFigure figure, String unit, String amount) {
        if (unit.isEmpty() && !figure.unit().isEmpty()) {
            throw refused(figure, amount, "has no unit");
        }
        if (unit.equals("%")) {
            return (figure.unit().equals("%") ? Rational.ONE : figure.value()).dividedBy(HUNDRED);
        }
        if (unit.equals(figure.unit())) {
            return Rational.ONE;
        }
        int given = unit.isEmpty() ? -1 : PREFIXES.indexOf(unit.charAt(0));
        int own = figure.unit().isEmpty() ? -1 : PREFIXES.indexOf(figure.unit().charAt(0));
        if (given < 0
                || own < 0
                || figure.unit().startsWith("kg")
                || !unit.substring(1).equals(figure.unit().substring(1))) {
            throw refused(figure, amount, "is in another unit");
        }
        Rational size = Rational.ONE;
        for (int k = Math.min(given, own); k < Math.max(given, own); k++) {
            size = size.times(THOUSAND);
        }
        return given < own ? Rational.ONE.dividedBy(size) : size;
    }

    private static RuntimeException refused(StatedFigure figure, String amount, String rule) {
        String example = ("2 " + figure.unit()).strip();
        return ItemRules.of("step sizes", "")
                .broken(figure.name(), amount, rule, "write it like \"%s\" or \"5 %%\".".formatted(example));
    }
}
