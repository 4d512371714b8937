package io.dcsdk.benchmarks.training;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/** What the operations of a step are for, as its profile adds them up. */
public enum KernelClass {
    /** Matrix products, those of attention among them. */
    PRODUCTS(
            "matrix products",
            "mm",
            "addmm",
            "bmm",
            "baddbmm",
            "mkldnn::_linear_pointwise",
            "linear",
            "matmul",
            "_scaled_dot_product_attention_math"),
    /** Casts between precisions and copies into another order. */
    COPIES("casts and copies", "copy_", "cat", "stack", "view_copy", "clone", "contiguous", "_to_copy"),
    /** The norm of all gradients, clipping, and AdamW. */
    UPDATE("AdamW and the norm", "_fused_adamw_", "linalg_vector_norm", "_foreach_norm", "norm"),
    /** Random numbers, and which elements they keep. */
    DROPOUT("dropout: random numbers and masks", "random_", "bernoulli_", "ge", "native_dropout"),
    /** Of the feed-forward part. */
    ACTIVATION("activation, forward and backward", "gelu", "gelu_backward", "relu", "silu", "silu_backward", "tanh"),
    /** Layer norms. */
    NORMS("layer norms, forward and backward", "native_layer_norm", "native_layer_norm_backward", "layer_norm"),
    /** Of attention and of the loss. */
    SOFTMAX("softmax", "_softmax", "_softmax_backward_data", "_log_softmax", "_log_softmax_backward_data"),
    /** Looking words up, and adding up their gradients. */
    WORDS(
            "words: looked up, gradients added up",
            "index_select",
            "index_add_",
            "index_fill_",
            "embedding",
            "embedding_dense_backward"),
    /** One operation an element, and sums over rows. */
    ELEMENTS(
            "other element-wise work and sums",
            "add",
            "add_",
            "mul",
            "mul_",
            "where",
            "sum",
            "div",
            "neg",
            "sub",
            "eq"),
    /** Memory set to one number. */
    CLEARING("clearing memory", "zero_", "fill_", "zeros", "zeros_like"),
    /** Views, allocations, the program itself and the engine's differentiation: what calls cost. */
    CALLS("calls, views, allocations, the graph");

    private final String title;
    private final ImmutableSet<String> operations;

    KernelClass(String title, String... operations) {
        this.title = title;
        this.operations = ImmutableSet.copyOf(operations);
    }

    /** The class of an operation as the engine's profiler names it. */
    static KernelClass of(String operation) {
        String name = operation.startsWith("aten::") ? operation.substring("aten::".length()) : operation;
        return Arrays.stream(values())
                .filter(kind -> kind.operations.contains(name))
                .findFirst()
                .orElse(CALLS);
    }

    /** What people read. */
    String title() {
        return title;
    }
}
