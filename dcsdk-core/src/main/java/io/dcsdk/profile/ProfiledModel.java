package io.dcsdk.profile;

import io.dcsdk.item.ItemRules;

/**
 * The model that was trained.
 *
 * @param type the family, such as {@code bert}, 1 to 64 characters
 * @param parameters trained parameters, at least 1
 * @param layers layers, at least 1
 * @param hidden width of a token's vector, at least 1
 * @param heads attention heads a layer, at least 1
 * @param feedForward width inside the feed-forward block, at least 1
 * @param vocabulary rows of the word embedding, at least 1
 */
public record ProfiledModel(
        String type, long parameters, int layers, int hidden, int heads, int feedForward, int vocabulary) {
    /** Checks the components. */
    public ProfiledModel {
        ItemRules rules = ItemRules.of("profiled model", String.valueOf(type));
        rules.text("type", type, 64);
        rules.atLeast("parameters", parameters, 1);
        rules.atLeast("layers", layers, 1);
        rules.atLeast("hidden", hidden, 1);
        rules.atLeast("heads", heads, 1);
        rules.atLeast("feedForward", feedForward, 1);
        rules.atLeast("vocabulary", vocabulary, 1);
    }
}
