package io.dcsdk.optimizer.hourly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.dcsdk.drawing.Layer;
import io.dcsdk.optimizer.hourly.SizingLedger.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The colour of each activity in all pictures of a page. Those that run most over the horizon have one each, first those at the drawn
 * node; where there are more than eight at it, the seven largest, and the others share the last. Chosen once, so that a source looks
 * the same in a week in which it hardly runs.
 */
final class SourceColours {
    /** The last of the eight colours of charts: that of all others. */
    private static final int LAST = 7;

    private final ImmutableMap<String, Integer> colours;
    /** Whether some activities at the node have no colour of their own. */
    private final boolean isFull;

    private SourceColours(ImmutableMap<String, Integer> colours, boolean isFull) {
        this.colours = colours;
        this.isFull = isFull;
    }

    /**
     * Chooses the colours.
     *
     * @param drawn what the activities at the drawn node bring over the horizon, without those that stand still
     * @param ledger what runs everywhere
     */
    static SourceColours of(List<Layer> drawn, SizingLedger ledger) {
        boolean isFull = drawn.size() > LAST + 1;
        Set<String> chosen = new HashSet<>();
        drawn.stream()
                .sorted(Comparator.comparingDouble(SourceColours::size).reversed())
                .limit(isFull ? LAST : LAST + 1)
                .forEach(layer -> chosen.add(layer.name()));
        List<String> named = new ArrayList<>();
        drawn.stream().map(Layer::name).filter(chosen::contains).forEach(named::add);
        ledger.runs().stream()
                .filter(run -> run.energy() > SizingPictures.STILL * ledger.demand())
                .sorted(Comparator.comparingDouble(Run::energy).reversed())
                .map(Run::name)
                .filter(run -> drawn.stream().noneMatch(layer -> layer.name().equals(run)))
                .limit(isFull ? 0 : LAST + 1L - named.size())
                .forEach(named::add);
        ImmutableMap.Builder<String, Integer> colours = ImmutableMap.builder();
        for (int k = 0; k < named.size(); k++) {
            colours.put(named.get(k), k);
        }
        return new SourceColours(colours.buildOrThrow(), isFull);
    }

    private static double size(Layer layer) {
        return layer.values().stream().map(Math::abs).sum();
    }

    /** The colour of an activity; none if it has none of its own. */
    OptionalInt of(String activity) {
        Integer colour = colours.get(activity);
        return colour == null ? OptionalInt.empty() : OptionalInt.of(colour);
    }

    /** The layers in their colours. */
    ImmutableList<Layer> painted(List<Layer> layers) {
        return layers.stream()
                .map(layer -> layer.withColour(of(layer.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /** The layers in their colours; where the colours do not reach for all, those without one are the sum of them, the last layer. */
    ImmutableList<Layer> stacked(List<Layer> layers) {
        List<Layer> without =
                layers.stream().filter(layer -> of(layer.name()).isEmpty()).toList();
        if (!isFull || without.isEmpty()) {
            return painted(layers);
        }
        Layer rest = without.get(0);
        if (without.size() > 1) {
            double[] sum = new double[rest.values().length()];
            for (Layer layer : without) {
                for (int t = 0; t < sum.length; t++) {
                    sum[t] += layer.values().get(t);
                }
            }
            rest = Layer.of("%d others".formatted(without.size()), sum);
        }
        return ImmutableList.<Layer>builder()
                .addAll(painted(layers.stream()
                        .filter(layer -> of(layer.name()).isPresent())
                        .toList()))
                .add(rest.withColour(OptionalInt.of(LAST)))
                .build();
    }
}
