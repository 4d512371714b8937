package io.dcsdk.transformer;

/** Shapes and hardware of the papers that the tests compare with. */
final class PublishedShapes {
    static final TrainingHardware A100 =
            new TrainingHardware("A100-SXM4-80GB", 312e12, 80.0 * (1L << 30), 2.039e12, 8, 300e9, 25e9);

    /** H100 SXM, 400 Gbit/s to each GPU (arXiv 2407.21783, section 3.3.1). */
    static final TrainingHardware H100 =
            new TrainingHardware("H100-SXM5-80GB", 989.4e12, 80.0 * (1L << 30), 3.35e12, 8, 450e9, 50e9);

    static final TransformerShape LLAMA_405B = TransformerShape.gated(16_384, 126, 128, 8, 53_248, 8192, 128_256);

    private PublishedShapes() {}

    static TransformerShape gpt(int hidden, int layers, int heads) {
        return TransformerShape.of(hidden, layers, heads, 2048, 51_200);
    }
}
