package io.dcsdk.training.program;

/**
 * Writes binary32 products as oneDNN computes them ({@code mkldnn::_linear_pointwise}), without gradients. {@code
 * aten::mkldnn_linear}, which has gradients, gives wrong last columns for many widths in libtorch 2.7.1.
 */
final class OneDnnText {
    private OneDnnText() {}

    /** Rows (…, k) by a weight (m, k), and a bias (m): (…, m). */
    static String product(ProgramText text, String rows, String weight, String bias) {
        return text.let(
                "ops.mkldnn._linear_pointwise(%s, %s, %s, \"none\", annotate(List[Optional[number]], []), \"\")",
                rows, weight, bias);
    }

    /** What the rows of a product get of its gradient (…, m): (…, k). */
    static String rowGradient(ProgramText text, String gradient, String weight) {
        return product(text, gradient, text.let("torch.transpose(%s, 0, 1)", weight), "None");
    }

    /** What the weight of a product gets of its gradient (n, m), the rows being (n, k): (m, k). */
    static String weightGradient(ProgramText text, String gradient, String rows) {
        return product(
                text,
                text.let("torch.transpose(%s, 0, 1)", gradient),
                text.let("torch.transpose(%s, 0, 1)", rows),
                "None");
    }
}
