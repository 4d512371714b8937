package io.dcsdk.transformer;

/**
 * Seconds of one layer for one microbatch on one GPU, forward, backward and what is computed again.
 *
 * <p>Bytes per element of the residual stream (s b h elements), with fused bias, dropout and residual kernels:
 *
 * <ul>
 *   <li>Replicated on every tensor-parallel GPU, or split over them with sequence parallelism: two layer norms (read 2,
 *       write 2; backward 6 and a second pass of 4 for their parameters) and two dropout-and-residual adds (read x and
 *       the residual, write the sum and a mask: 7; backward 11, of which 6 add the two gradients): 22 forward, 42 backward.
 *   <li>Split in any case: the activation function (read and write the feed-forward width, half as much again when gated;
 *       twice that backward, with the bias gradient) and the rearrangements of queries, keys, values and context (10).
 * </ul>
 *
 * <p>Per element of the score matrix: softmax 4 and dropout 5 forward, 6 and 5 backward.
 *
 * <p>Tensor parallelism: two all-reduces forward and two backward; with sequence parallelism each becomes an all-gather and
 * a reduce-scatter, and the backward pass gathers both layer inputs once more (arXiv 2205.05198, section 4.2.2).
 */
record LayerTime(Pass forward, Pass backward, Pass again) {
    /** One pass, by kind of work. */
    record Pass(double matrix, double attention, double elementWise, double communication) {
        static final Pass NOTHING = new Pass(0, 0, 0, 0);

        double seconds() {
            return matrix + attention + elementWise + communication;
        }
    }

    static LayerTime of(
            TransformerShape shape,
            ParallelismPlan plan,
            OperationTime operation,
            CommunicationTime communication,
            double exposedBackwardCommunication) {
        Pass forward = new Pass(
                forwardMatrix(shape, plan, operation),
                forwardAttention(shape, plan, operation),
                forwardElementWise(shape, plan, operation),
                2 * allReduce(shape, plan, communication));
        Pass backward = new Pass(
                backwardMatrix(shape, plan, operation),
                backwardAttention(shape, plan, operation),
                backwardElementWise(shape, plan, operation),
                exposedBackwardCommunication * backwardCommunication(shape, plan, communication));
        Pass again =
                switch (plan.recomputation()) {
                    case NONE -> Pass.NOTHING;
                    case SELECTIVE ->
                        plan.attention() == AttentionKernel.FUSED
                                ? Pass.NOTHING
                                : new Pass(0, forward.attention(), 0, 0);
                    case FULL -> forward;
                };
        return new LayerTime(forward, backward, again);
    }

    double seconds() {
        return forward.seconds() + backward.seconds() + again.seconds();
    }

    private static double forwardMatrix(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double tokens = tokens(shape, plan);
        double t = plan.tensor();
        double h = shape.hidden();
        return operation.product(tokens, shape.attentionInputWidth() / t, h)
                + operation.product(tokens, h, h / t)
                + shape.upProjections() * operation.product(tokens, shape.feedForward() / t, h)
                + operation.product(tokens, h, shape.feedForward() / t);
    }

    private static double backwardMatrix(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double t = plan.tensor();
        double h = shape.hidden();
        double tokens = tokens(shape, plan);
        return gradients(operation, tokens, h, shape.attentionInputWidth() / t)
                + gradients(operation, tokens, h / t, h)
                + shape.upProjections() * gradients(operation, tokens, h, shape.feedForward() / t)
                + gradients(operation, tokens, shape.feedForward() / t, h);
    }

    /** Gradients of input and weight of a linear layer (tokens, in) × (in, out). */
    static double gradients(OperationTime operation, double tokens, double in, double out) {
        return operation.product(tokens, in, out) + operation.accumulatingProduct(in, out, tokens);
    }

    private static double forwardAttention(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        if (plan.attention() == AttentionKernel.FUSED) {
            return fusedAttention(shape, plan, operation);
        }
        return 2 * attentionProduct(shape, plan, operation) + operation.streaming(9 * scores(shape, plan), 2);
    }

    private static double backwardAttention(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        if (plan.attention() == AttentionKernel.FUSED) {
            // Five products where the forward pass has two: the scores are computed again inside the kernel.
            return 2.5 * fusedAttention(shape, plan, operation);
        }
        return 4 * attentionProduct(shape, plan, operation) + operation.streaming(11 * scores(shape, plan), 2);
    }

    private static double attentionProduct(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double heads = (double) plan.microbatch() * shape.heads() / plan.tensor();
        return operation.batchedProduct(heads, shape.sequence(), shape.sequence(), shape.headWidth());
    }

    private static double fusedAttention(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double tokens = tokens(shape, plan);
        // Causal: the masked half is skipped.
        double flop = tokens * shape.attentionForwardFlopPerToken() / 2 / plan.tensor();
        double bytes = 2 * tokens * (shape.attentionInputWidth() + shape.hidden()) / plan.tensor();
        return operation.fusedAttention(flop, bytes);
    }

    private static double forwardElementWise(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double activation = (shape.gated() ? 6.0 : 4.0) * shape.feedForward() / shape.hidden();
        return operation.streaming(22 * replicated(shape, plan), 4)
                + operation.streaming((activation + 10) * tokens(shape, plan) * shape.hidden() / plan.tensor(), 3);
    }

    private static double backwardElementWise(TransformerShape shape, ParallelismPlan plan, OperationTime operation) {
        double activation = (shape.gated() ? 12.0 : 8.0) * shape.feedForward() / shape.hidden();
        return operation.streaming(42 * replicated(shape, plan), 8)
                + operation.streaming((activation + 10) * tokens(shape, plan) * shape.hidden() / plan.tensor(), 6);
    }

    /** Elements of the residual stream that one GPU norms, drops out and adds. */
    private static double replicated(TransformerShape shape, ParallelismPlan plan) {
        return tokens(shape, plan) * shape.hidden() / (plan.sequenceParallel() ? plan.tensor() : 1);
    }

    private static double allReduce(TransformerShape shape, ParallelismPlan plan, CommunicationTime communication) {
        double bytes = 2 * tokens(shape, plan) * shape.hidden();
        return plan.sequenceParallel()
                ? 2 * communication.gatherOrScatter(bytes, plan.tensor(), 1)
                : communication.allReduce(bytes, plan.tensor(), 1);
    }

    private static double backwardCommunication(
            TransformerShape shape, ParallelismPlan plan, CommunicationTime communication) {
        double bytes = 2 * tokens(shape, plan) * shape.hidden();
        double inputsAgain = plan.sequenceParallel() ? 2 * communication.gatherOrScatter(bytes, plan.tensor(), 1) : 0;
        return 2 * allReduce(shape, plan, communication) + inputsAgain;
    }

    private static double tokens(TransformerShape shape, ParallelismPlan plan) {
        return (double) shape.sequence() * plan.microbatch();
    }

    /** Elements of the score matrices on one GPU. */
    private static double scores(TransformerShape shape, ParallelismPlan plan) {
        return tokens(shape, plan) * shape.sequence() * shape.heads() / plan.tensor();
    }
}
