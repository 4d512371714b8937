package io.dcsdk.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * BERT for tokens as well as it can be written with DJL's own blocks: layer norms where BERT has them, queries, keys and
 * values in one product. Takes ids (rows, width) without padding, gives logits (rows, width, labels).
 */
final class DjlBert extends AbstractBlock {
    private static final float DROPOUT = 0.1f;
    private static final float EPSILON = 1e-12f;

    private final TrainingShape shape;
    private final Parameter words;
    private final Parameter positions;
    private final Parameter types;
    private final LayerNorm norm;
    private final Dropout dropout;
    private final List<Layer> layers = new ArrayList<>();
    private final Linear classifier;

    DjlBert(TrainingShape shape) {
        this.shape = shape;
        words = table("words", shape.vocabulary());
        positions = table("positions", 512);
        types = table("types", 2);
        norm = addChildBlock("norm", layerNorm());
        dropout = addChildBlock("dropout", drop());
        for (int i = 0; i < shape.layers(); i++) {
            layers.add(new Layer(
                    addChildBlock("qkv" + i, linear(3 * shape.hidden())),
                    addChildBlock("attention" + i, linear(shape.hidden())),
                    addChildBlock("attentionNorm" + i, layerNorm()),
                    addChildBlock("wide" + i, linear(4 * shape.hidden())),
                    addChildBlock("narrow" + i, linear(shape.hidden())),
                    addChildBlock("outputNorm" + i, layerNorm())));
        }
        classifier = addChildBlock("classifier", linear(TrainingShape.LABELS.size()));
    }

    private record Layer(
            Linear qkv, Linear attention, LayerNorm attentionNorm, Linear wide, Linear narrow, LayerNorm outputNorm) {}

    private Parameter table(String name, int rows) {
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(rows, shape.hidden()))
                .build());
    }

    private static Linear linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static LayerNorm layerNorm() {
        return LayerNorm.builder().axis(2).optEpsilon(EPSILON).build();
    }

    private static Dropout drop() {
        return Dropout.builder().optRate(DROPOUT).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDArray ids = inputs.get(0);
        long rows = ids.getShape().get(0);
        long width = ids.getShape().get(1);
        NDArray embedded = lookup(store, ids, words, training);
        NDArray places = ids.getManager().arange(0, (int) width, 1, DataType.INT64);
        NDArray segments = ids.zerosLike();
        embedded =
                embedded.add(lookup(store, places, positions, training)).add(lookup(store, segments, types, training));
        NDArray hidden = drop(store, run(store, norm, embedded, training), training);
        for (Layer layer : layers) {
            NDArray mixed = attention(store, run(store, layer.qkv, hidden, training), rows, width, training);
            NDArray projected = drop(store, run(store, layer.attention, mixed, training), training);
            NDArray middle = run(store, layer.attentionNorm, projected.add(hidden), training);
            NDArray wide = Activation.gelu(run(store, layer.wide, middle, training));
            NDArray narrow = drop(store, run(store, layer.narrow, wide, training), training);
            hidden = run(store, layer.outputNorm, narrow.add(middle), training);
        }
        return new NDList(run(store, classifier, drop(store, hidden, training), training));
    }

    private NDArray attention(ParameterStore store, NDArray qkv, long rows, long width, boolean training) {
        long heads = shape.config().heads();
        long size = shape.hidden() / heads;
        NDArray split = qkv.reshape(rows, width, 3, heads, size).transpose(2, 0, 3, 1, 4);
        NDArray query = split.get(0).mul(1 / Math.sqrt((double) size));
        NDArray shares = query.matMul(split.get(1).transpose(0, 1, 3, 2)).softmax(-1);
        return drop(store, shares, training)
                .matMul(split.get(2))
                .transpose(0, 2, 1, 3)
                .reshape(rows, width, shape.hidden());
    }

    private static NDArray lookup(ParameterStore store, NDArray ids, Parameter table, boolean training) {
        return Embedding.embedding(ids, store.getValue(table, ids.getDevice(), training), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private static NDArray run(ParameterStore store, Block block, NDArray input, boolean training) {
        return block.forward(store, new NDList(input), training).singletonOrThrow();
    }

    private NDArray drop(ParameterStore store, NDArray input, boolean training) {
        return run(store, dropout, input, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape tokens = inputs[0];
        Shape hidden = new Shape(tokens.get(0), tokens.get(1), shape.hidden());
        Shape wide = new Shape(tokens.get(0), tokens.get(1), 4L * shape.hidden());
        norm.initialize(manager, type, hidden);
        dropout.initialize(manager, type, hidden);
        for (Layer layer : layers) {
            layer.qkv.initialize(manager, type, hidden);
            layer.attention.initialize(manager, type, hidden);
            layer.attentionNorm.initialize(manager, type, hidden);
            layer.wide.initialize(manager, type, hidden);
            layer.narrow.initialize(manager, type, wide);
            layer.outputNorm.initialize(manager, type, hidden);
        }
        classifier.initialize(manager, type, hidden);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape tokens = inputs[0];
        return new Shape[] {new Shape(tokens.get(0), tokens.get(1), TrainingShape.LABELS.size())};
    }
}
