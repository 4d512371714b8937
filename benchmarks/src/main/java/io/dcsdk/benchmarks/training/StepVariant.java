package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.DeviceKernels;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.util.Arrays;

/**
 * Ways of computing the same step: all that the trainer does on every processor, then each time one of its tricks less, and with
 * products by oneDNN, which it takes on some processors. Those that
 * the SDK has no option for are its program with some lines written otherwise; nobody but the benchmarks ever runs them.
 */
public enum StepVariant {
    /** All that is the default on every processor; products by the library of the engine. */
    PROCESSORS(Kernels.forProcessors()),
    /** Binary32 products by oneDNN, which the trainer takes where processors are not of Intel and have AVX-512. */
    ONE_DNN_PRODUCTS(Kernels.forProcessors().withOneDnnProducts(true)),
    /** Both: activations computed again by oneDNN. */
    ONE_DNN_RECOMPUTED(Kernels.forProcessors().withOneDnnProducts(true)),
    /** The engine draws a number for each element. */
    DROPOUT_OF_THE_ENGINE(new Kernels(false, false, true, false)),
    /** A fresh table of zeros each step. */
    DENSE_WORD_GRADIENT(new Kernels(false, true, false, false)),
    /** Attention as one kernel, which draws its own dropout. */
    FUSED_ATTENTION(new Kernels(true, true, true, false)),
    /** Activations of the layers computed again in the backward pass: what that costs. */
    RECOMPUTED(Kernels.forProcessors()),
    /** Queries, keys and values by three products, each with a weight of its own. */
    THREE_PROJECTIONS(Kernels.forProcessors()),
    /** The fused AdamW, called for one tensor after the other. */
    ADAMW_PER_TENSOR(Kernels.forProcessors()),
    /** AdamW in the usual ten operations a tensor. */
    ADAMW_UNFUSED(Kernels.forProcessors()),
    /** The norm is read by the host, which then scales all gradients in a pass of its own. */
    CLIPPING_ON_THE_HOST(Kernels.forProcessors()),
    /** An attention mask, though no row is padded. */
    MASK_WITHOUT_PADDING(Kernels.forProcessors()),
    /**
     * Hidden states stay binary32 and are cast at each product, as autocast does it, instead of once behind the embeddings.
     * For BF16 only.
     */
    CAST_AT_EACH_USE(Kernels.forProcessors());

    private final Kernels kernels;

    StepVariant(Kernels kernels) {
        this.kernels = kernels;
    }

    /** What the trainer takes on the processors of this machine. */
    static StepVariant here() {
        return DeviceKernels.forTraining(ComputeDevice.cpu()).oneDnnProducts() ? ONE_DNN_PRODUCTS : PROCESSORS;
    }

    /** What the program is written with. */
    ProgramOptions options(ComputePrecision precision) {
        return ProgramOptions.defaults()
                .with(precision, kernels)
                .withRecomputeActivations(this == RECOMPUTED || this == ONE_DNN_RECOMPUTED);
    }

    /** The archive that the engine loads. */
    byte[] archive(StateLayout layout, ComputePrecision precision) {
        StepProgram program = StepProgram.of(layout, options(precision));
        String usual = program.text();
        String text = text(usual);
        return text.equals(usual) ? program.archive() : ProgramArchive.withText(program.archive(), text);
    }

    private String text(String usual) {
        return switch (this) {
            case THREE_PROJECTIONS -> SeparateProjections.in(usual);
            case ADAMW_PER_TENSOR -> UpdateRewriting.perTensor(usual);
            case ADAMW_UNFUSED -> UpdateRewriting.unfused(usual);
            case CLIPPING_ON_THE_HOST -> UpdateRewriting.clippedOnTheHost(usual);
            case CAST_AT_EACH_USE -> CastRewriting.atEachUse(usual);
            default -> usual;
        };
    }

    /** The rows as this way takes them. */
    TokenRows rows(TokenRows full) {
        if (this != MASK_WITHOUT_PADDING) {
            return full;
        }
        long[] mask = new long[full.rows() * full.width()];
        Arrays.fill(mask, 1);
        return new TokenRows(full.rows(), full.width(), full.inputIds(), full.tokenTypeIds(), mask, full.labels());
    }
}
