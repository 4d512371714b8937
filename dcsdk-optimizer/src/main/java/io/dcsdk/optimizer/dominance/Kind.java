package io.dcsdk.optimizer.dominance;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The items of one kind, and what it takes for one of them to stand in for another.
 *
 * <p>Items are taken out from the last to the first, each if one that is still there beats it: so there is never a circle, and of
 * equal items the first stays. Since "beats or equals" is transitive, one that stays beats every one that went.
 *
 * @param category what the items are called
 * @param items in the order of the catalogue
 * @param respects in which they are compared
 * @param idle why an item is of no use; empty text if it is of use
 * @param admits whether the first item may stand in for the second as far as no figure tells; transitive
 * @param <I> the type of the items
 */
record Kind<I extends CatalogItem>(
        String category, List<I> items, List<Respect<I>> respects, Function<I, String> idle, BiPredicate<I, I> admits) {
    void addTo(List<DominatedItem> dominated, List<IdleItem> useless) {
        List<I> used = new ArrayList<>();
        for (I item : items) {
            String reason = idle.apply(item);
            if (reason.isEmpty()) {
                used.add(item);
            } else {
                useless.add(new IdleItem(category, item.id(), reason));
            }
        }
        new Comparison<>(this, used).addTo(dominated);
    }

    /** The items that are of use, with their figures. */
    private static final class Comparison<I extends CatalogItem> {
        private final Kind<I> kind;
        private final List<I> items;
        private final List<List<Rational>> figures;
        private final boolean[] isOut;

        Comparison(Kind<I> kind, List<I> items) {
            this.kind = kind;
            this.items = items;
            this.figures = items.stream()
                    .map(item -> kind.respects().stream()
                            .map(respect -> respect.figure().apply(item))
                            .toList())
                    .toList();
            this.isOut = new boolean[items.size()];
        }

        void addTo(List<DominatedItem> dominated) {
            for (int k = items.size() - 1; k >= 0; k--) {
                isOut[k] = beating(k).findAny().isPresent();
            }
            for (int k = 0; k < isOut.length; k++) {
                if (isOut[k]) {
                    dominated.add(beaten(k, beating(k).findFirst().orElseThrow()));
                }
            }
        }

        /** Those that are still there and beat an item. */
        private IntStream beating(int beaten) {
            return IntStream.range(0, items.size()).filter(k -> !isOut[k] && k != beaten && beats(k, beaten));
        }

        private boolean beats(int better, int beaten) {
            for (int r = 0; r < kind.respects().size(); r++) {
                if (!kind.respects()
                        .get(r)
                        .holds(figures.get(better).get(r), figures.get(beaten).get(r))) {
                    return false;
                }
            }
            return kind.admits().test(items.get(better), items.get(beaten));
        }

        private DominatedItem beaten(int beaten, int better) {
            List<Margin> margins = new ArrayList<>();
            for (int r = 0; r < kind.respects().size(); r++) {
                Respect<I> respect = kind.respects().get(r);
                margins.add(new Margin(
                        respect.name(),
                        respect.unit(),
                        figures.get(beaten).get(r),
                        figures.get(better).get(r)));
            }
            return new DominatedItem(
                    kind.category(), items.get(beaten).id(), items.get(better).id(), margins);
        }
    }
}
