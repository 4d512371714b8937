package io.dcsdk.transformer;

import java.util.Optional;

/**
 * Step time of transformer training.
 *
 * <p>step = m (S + c) + (p−1)/v (L + c) + data + optimizer + fixed, where m microbatches pass the slowest stage in S seconds
 * each, c is its traffic with the neighbours, and a stage without the output layer takes L; (p−1)/v stages' worth of it
 * is the bubble of the (interleaved) 1F1B schedule, arXiv 2104.04473 section 2.2. S is L or, when it is longer, the last
 * stage with its output layer and loss. The interleaved schedule runs microbatches in groups of p; a step with a part of
 * a group costs the whole group.
 *
 * <p>Gradients are reduced in 32 bits after the last microbatch, of whose backward pass a share hides them. ZeRO 1 replaces
 * the all-reduce by a reduce-scatter of gradients and an all-gather of 16-bit weights. ZeRO 2 scatters gradients after
 * every microbatch, ZeRO 3 also gathers weights for every forward and backward pass; both do so layer by layer behind the
 * computation, so that only what takes longer than it shows.
 *
 * <p>The optimizer reads and writes 46 bytes per parameter: Adam 30 (gradient, master weight, two moments in; master weight,
 * moments and the 16-bit weight out), 12 for norm and clipping, 4 to clear the gradients.
 *
 * <p>Not modelled: the embedding lookup, stragglers, congestion, checkpoints, failures. One estimate costs about a
 * microsecond. Error against every published row: docs/measurements/step-time-model.md.
 */
public final class StepTimeModel {
    private static final double OPTIMIZER_BYTES_PER_PARAMETER = 46;
    /** Logits are 16-bit, the loss works on them in 32 bits: cast, maximum, exponent, sum, gradient. */
    private static final double LOSS_BYTES_PER_LOGIT = 36;

    private final StepTimeCoefficients coefficients;

    private StepTimeModel(StepTimeCoefficients coefficients) {
        this.coefficients = coefficients;
    }

    /** Returns the model with the calibrated coefficients. */
    public static StepTimeModel calibrated() {
        return with(StepTimeCoefficients.calibrated());
    }

    /** Returns the model with coefficients of your own, for instance measured ones. */
    public static StepTimeModel with(StepTimeCoefficients coefficients) {
        return new StepTimeModel(coefficients);
    }

    /**
     * Returns the time of one step. Memory is not checked, see {@link TrainingMemory#fits}.
     *
     * @throws IllegalArgumentException when the plan does not fit the shape
     */
    public StepTime estimate(TransformerShape shape, ParallelismPlan plan, TrainingHardware hardware) {
        plan.checkFits(shape);
        StepTimeBreakdown breakdown = breakdown(shape, plan, hardware);
        double gpuSeconds = breakdown.totalSeconds() * plan.gpus();
        double model = shape.modelFlop(plan.batch()) / gpuSeconds;
        double executed = shape.hardwareFlop(plan.batch(), plan.recomputation()) / gpuSeconds;
        double peak = hardware.peakFlopPerSecond();
        return new StepTime(breakdown, plan.microbatches(), model, executed, model / peak, executed / peak);
    }

    private StepTimeBreakdown breakdown(TransformerShape shape, ParallelismPlan plan, TrainingHardware hardware) {
        OperationTime operation = new OperationTime(hardware, coefficients);
        CommunicationTime communication = new CommunicationTime(hardware, coefficients);
        LayerTime layer =
                LayerTime.of(shape, plan, operation, communication, coefficients.exposedBackwardCommunication());
        double stage = plan.layersPerStage(shape) * layer.seconds();
        double last = plan.layersOfLastStage(shape) * layer.seconds() + vocabulary(shape, plan, operation);
        double boundary = boundary(shape, plan, hardware, communication);
        int microbatches = scheduledMicrobatches(plan);
        double runs = (double) microbatches * plan.layersPerStage(shape);
        return new StepTimeBreakdown(
                runs * (layer.forward().matrix() + layer.backward().matrix()),
                runs * (layer.forward().attention() + layer.backward().attention()),
                runs * (layer.forward().elementWise() + layer.backward().elementWise()),
                runs * layer.again().seconds(),
                microbatches * Math.max(0, last - stage),
                runs * (layer.forward().communication() + layer.backward().communication()),
                microbatches * boundary,
                (plan.pipeline() - 1.0) / plan.interleave() * (stage + boundary),
                dataCommunication(shape, plan, communication, layer),
                optimizer(shape, plan, operation),
                coefficients.stepSeconds());
    }

    private static int scheduledMicrobatches(ParallelismPlan plan) {
        int microbatches = plan.microbatches();
        if (plan.interleave() == 1) {
            return microbatches;
        }
        return (microbatches + plan.pipeline() - 1) / plan.pipeline() * plan.pipeline();
    }

    private static double vocabulary(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double tokens = (double) shape.sequence() * plan.microbatch();
        double width = (double) shape.vocabulary() / plan.tensor();
        return operation.product(tokens, width, shape.hidden())
                + LayerTime.gradients(operation, tokens, shape.hidden(), width)
                + operation.streaming(LOSS_BYTES_PER_LOGIT * tokens * width, 7);
    }

    /**
     * Every chunk hands one activation on and one gradient back; each tensor-parallel GPU sends its 1/t of it, and without
     * sequence parallelism the receivers gather it again inside the node (arXiv 2104.04473 section 4.1).
     */
    private static double boundary(
            TransformerShape shape, ParallelismPlan plan, TrainingHardware hardware, CommunicationTime communication) {
        if (plan.pipeline() == 1) {
            return 0;
        }
        double bytes = 2.0 * shape.sequence() * plan.microbatch() * shape.hidden();
        double send = communication.pointToPoint(bytes / plan.tensor(), plan.gpus() <= hardware.gpusPerNode());
        double gather = plan.sequenceParallel() ? 0 : communication.gatherOrScatter(bytes, plan.tensor(), 1);
        return 2.0 * plan.interleave() * (send + gather);
    }

    private static double optimizer(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double shards = plan.zeroStage() == ZeroStage.NONE ? 1 : plan.data();
        return operation.streaming(OPTIMIZER_BYTES_PER_PARAMETER * parametersPerGpu(shape, plan) / shards, 0);
    }

    /** Parameters of the fullest stage, with one embedding. */
    private static double parametersPerGpu(TransformerShape shape, ParallelismPlan plan) {
        return (plan.layersPerStage(shape) * shape.layerMatrixParameters() + shape.embeddingParameters())
                / plan.tensor();
    }

    private double dataCommunication(
            TransformerShape shape, ParallelismPlan plan, CommunicationTime communication, LayerTime layer) {
        double tied = 0;
        if (plan.pipeline() > 1 && !shape.gated()) {
            // First and last stage hold the same embedding and add up its gradients.
            tied = communication.pointToPoint(
                    ZeroStage.GRADIENT_BYTES * shape.embeddingParameters() / plan.tensor(), false);
        }
        double parameters = parametersPerGpu(shape, plan);
        int replicas = plan.data();
        int stride = plan.tensor();
        double reduce = communication.gatherOrScatter(ZeroStage.GRADIENT_BYTES * parameters, replicas, stride);
        double gather = communication.gatherOrScatter(ZeroStage.WEIGHT_BYTES * parameters, replicas, stride);
        double microbatches = plan.microbatches();
        double layers = plan.layersPerStage(shape);
        double backward = layers * (layer.backward().seconds() + layer.again().seconds());
        double hidden = coefficients.gradientOverlap() * backward;
        return tied
                + switch (plan.zeroStage()) {
                    case NONE ->
                        Math.max(
                                0,
                                communication.allReduce(ZeroStage.GRADIENT_BYTES * parameters, replicas, stride)
                                        - hidden);
                    case ONE -> Math.max(0, reduce - hidden) + gather;
                    case TWO -> microbatches * Math.max(0, reduce - backward) + gather;
                    case THREE ->
                        microbatches
                                * (Math.max(0, reduce + gather - backward)
                                        + Math.max(
                                                0,
                                                gather
                                                        - layers
                                                                * layer.forward()
                                                                        .seconds()));
                };
    }

    /**
     * Returns the plan with the microbatch that makes the step fastest among all that divide a replica's share of the batch
     * and fit the GPU's memory less {@link TrainingMemory#RESERVE}; the smallest of equals. Empty when not even one
     * sequence fits.
     *
     * @param plan any plan; its own microbatch is ignored
     * @throws IllegalArgumentException when the plan does not fit the shape
     */
    public Optional<PlannedStep> bestMicrobatch(
            TransformerShape shape, ParallelismPlan plan, TrainingHardware hardware) {
        Optional<PlannedStep> best = Optional.empty();
        int share = plan.batch() / plan.data();
        for (int microbatch = 1; microbatch <= share; microbatch++) {
            if (share % microbatch != 0) {
                continue;
            }
            ParallelismPlan candidate = plan.withMicrobatch(microbatch);
            TrainingMemory memory = TrainingMemory.of(shape, candidate);
            if (!memory.fits(hardware)) {
                continue;
            }
            StepTime time = estimate(shape, candidate, hardware);
            if (best.isEmpty() || time.seconds() < best.get().time().seconds()) {
                best = Optional.of(new PlannedStep(candidate, time, memory));
            }
        }
        return best;
    }
}
