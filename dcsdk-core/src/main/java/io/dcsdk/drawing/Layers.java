package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Layers that go together. */
final class Layers {
    private Layers() {}

    /** Refuses layers of another length. */
    static void requireLength(String chart, List<Layer> layers, int length) {
        for (Layer layer : layers) {
            if (layer.length() != length) {
                throw new IllegalArgumentException(
                        "layer (%s, %d values) of %s: there must be %d values\nMaybe it has another resolution."
                                .formatted(layer.name(), layer.length(), chart, length));
            }
        }
    }

    /** The largest ones, in their order; where that leaves some out, the last one is the sum of these. */
    static ImmutableList<Layer> atMost(int most, List<Layer> layers) {
        if (layers.size() <= most) {
            return ImmutableList.copyOf(layers);
        }
        List<Integer> kept = largestIndices(most - 1, layers);
        ImmutableList.Builder<Layer> shown = ImmutableList.builder();
        double[] rest = new double[layers.get(0).length()];
        for (int k = 0; k < layers.size(); k++) {
            if (kept.contains(k)) {
                shown.add(layers.get(k));
                continue;
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] += layers.get(k).at(i);
            }
        }
        String name = "%d others".formatted(layers.size() - kept.size());
        return shown.add(Layer.of(name, rest)).build();
    }

    /** The largest ones, in their order. */
    static ImmutableList<Layer> largest(int most, List<Layer> layers) {
        return largestIndices(most, layers).stream().map(layers::get).collect(ImmutableList.toImmutableList());
    }

    /** The colour of each of at most as many layers as there are colours: its own, or the first that none of them has. */
    static ImmutableIntArray colours(List<Layer> layers) {
        BitSet taken = new BitSet();
        ImmutableIntArray.Builder colours = ImmutableIntArray.builder(layers.size());
        layers.forEach(layer -> layer.colour().ifPresent(taken::set));
        for (Layer layer : layers) {
            int colour = layer.colour().orElseGet(() -> taken.nextClearBit(0) % ChartStyle.COLOURS);
            taken.set(colour);
            colours.add(colour);
        }
        return colours.build();
    }

    private static List<Integer> largestIndices(int most, List<Layer> layers) {
        return IntStream.range(0, layers.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> layers.get(k).size())
                        .reversed())
                .limit(most)
                .sorted()
                .toList();
    }
}
