package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a requirement or limit is worth while the plan keeps all its counts and only what is continuous (supplies) adapts. Where
 * nothing continuous depends on it, the price is 0 as far as the counts suffice, and beyond that they do not.
 *
 * @param requirement its name
 * @param meaning what it is about
 * @param relation {@code at most}, {@code at least} or, for load that supply must cover, {@code more by}
 * @param unit of {@code stated}, the ranges and the prices; empty for counts
 * @param stated the figure that was stated; 0 where none is, and then the range ends with twice the load of the plan
 * @param pieces the whole range of the figure in which the plan's counts do, in rising order; empty if they do only with
 *     exactly what was stated, or if it is not settled
 * @param settled whether the time sufficed, and the figure moves its rows by fixed amounts
 */
public record ShadowPrice(
        String requirement,
        String meaning,
        String relation,
        String unit,
        BigDecimal stated,
        List<PricePiece> pieces,
        boolean settled) {
    /** Checks the components. */
    public ShadowPrice {
        ItemRules rules = ItemRules.of("shadow price", String.valueOf(requirement));
        rules.required("requirement", requirement);
        rules.required("meaning", meaning);
        rules.required("relation", relation);
        rules.required("unit", unit);
        rules.required("stated", stated);
        pieces = rules.list("pieces", pieces);
    }

    /**
     * What one unit more changes, and up to which figure.
     *
     * @return empty if these counts do not do with more, or it is not settled
     */
    public Optional<PricePiece> raising() {
        return pieces.stream()
                .filter(piece -> piece.to().map(to -> to.compareTo(stated) > 0).orElse(true))
                .findFirst();
    }

    /**
     * What one unit less changes, with the sign turned, and down to which figure.
     *
     * @return empty if these counts do not do with less, or it is not settled
     */
    public Optional<PricePiece> lowering() {
        return pieces.stream()
                .filter(piece ->
                        piece.from().map(from -> from.compareTo(stated) < 0).orElse(true))
                .reduce((first, last) -> last);
    }
}
