package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * A number for the costs of all scenarios. All three are coherent: monotone, convex, and what is the same in every scenario
 * counts in full.
 *
 * @param kind which one
 * @param level for {@link RiskKind#CVAR}, and only there: alpha, 0 to below 1; the mean over the worst 1 − alpha counts. 0
 *     is the expectation
 */
public record RiskMeasure(RiskKind kind, Optional<Ratio> level) {
    /** The mean of the costs. */
    public static final RiskMeasure EXPECTATION = new RiskMeasure(RiskKind.EXPECTATION, Optional.empty());

    /** The largest cost. */
    public static final RiskMeasure WORST_CASE = new RiskMeasure(RiskKind.WORST_CASE, Optional.empty());

    /** Checks the components. */
    public RiskMeasure {
        ItemRules rules = ItemRules.of("risk measure", String.valueOf(kind));
        rules.required("kind", kind);
        level = Objects.requireNonNullElse(level, Optional.empty());
        if (kind == RiskKind.CVAR) {
            Ratio alpha = rules.share("level", level.orElse(null));
            if (alpha.equals(Ratio.ONE)) {
                throw rules.broken("level", alpha, "leaves no share of the costs", "use kind worst-case.");
            }
        } else if (level.isPresent()) {
            throw rules.broken("level", level.get(), "is for cvar only", "leave it out.");
        }
    }

    /**
     * The mean over the worst share.
     *
     * @param level alpha, 0 to below 1
     * @return conditional value at risk
     */
    public static RiskMeasure cvar(Ratio level) {
        return new RiskMeasure(RiskKind.CVAR, Optional.of(level));
    }

    @Override
    public String toString() {
        return kind + level.map(alpha -> " at " + alpha).orElse("");
    }
}
