package io.dcsdk.optimizer.uncertainty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan for all scenarios is worth (Birge and Louveaux, "Introduction to Stochastic Programming", chapter 4). With
 * another measure of risk than the expectation, its measure takes the place of the mean throughout.
 *
 * @param perfectInformation what knowing the scenario before buying would save: the value of the best plan less the mean
 *     of the least costs of each scenario on its own; absent if time ran out
 * @param stochasticSolution what planning for all scenarios saves against buying the design found for the mean scenario;
 *     absent if that design fails, or time ran out
 * @param meanDesign how the design for the mean scenario does in the scenarios
 */
public record ScenarioComparison(
        Optional<CertifiedRange> perfectInformation,
        Optional<CertifiedRange> stochasticSolution,
        MeanDesign meanDesign) {
    /** How the design for the mean scenario does. */
    public enum MeanDesign {
        /** It meets every scenario. */
        MEETS_ALL,
        /** It is proven to fail in some scenario, or the mean scenario cannot be met at all. */
        FAILS,
        /** Time ran out. */
        UNKNOWN;

        /**
         * Reads the text of a document.
         *
         * @param text the name in lower case, with dashes
         * @return the constant
         * @throws io.dcsdk.item.ItemException if there is none of that name
         */
        @JsonCreator
        public static MeanDesign parse(String text) {
            return KebabName.parse(MeanDesign.class, "mean design", text);
        }

        @Override
        @JsonValue
        public String toString() {
            return KebabName.of(this);
        }
    }

    /** Checks the components. */
    public ScenarioComparison {
        perfectInformation = Objects.requireNonNullElse(perfectInformation, Optional.empty());
        stochasticSolution = Objects.requireNonNullElse(stochasticSolution, Optional.empty());
        ItemRules.of("scenario comparison", "").required("meanDesign", meanDesign);
    }
}
