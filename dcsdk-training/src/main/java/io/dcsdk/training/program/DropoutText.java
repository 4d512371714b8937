package io.dcsdk.training.program;

/**
 * Writes dropout (Srivastava et al. 2014) from 16 random bits an element: kept where they are not below the threshold, and
 * divided by the probability of just that, so that the mean is kept exactly. The engine's own draw on processors costs one
 * number of its generator for each element, and is not done in parallel on all of them.
 */
final class DropoutText {
    private static final String METHOD = "keep";
    private static final int STEPS = 1 << 16;
    private static final int LONG = 4; // torch.int64 as a number
    private static final int SHORT = 2; // torch.int16 as a number

    private DropoutText() {}

    /** The method that {@link #call} calls; {@code least} is the smallest 16-bit number that keeps an element. */
    static void define(ProgramText text, String type) {
        text.open("def %s(self: __torch__.%s, x: Tensor, least: int, scale: float) -> Tensor:", METHOD, type);
        text.line("n = torch.numel(x)");
        text.line("longs = torch.new_empty(x, [torch.floordiv(torch.add(n, 3), 4)], dtype=%d)", LONG);
        // All 64 bits are random only if the range has no end.
        text.line("drawn = torch.random_(longs, torch.sub(-9223372036854775807, 1), None)");
        text.line("bits = torch.slice(torch.view_copy(drawn, dtype=%d), 0, 0, n, 1)", SHORT);
        text.line("kept = torch.where(torch.ge(bits, least), scale, 0.0)");
        text.line("return torch.mul(x, torch.type_as(torch.view(kept, torch.size(x)), x))");
        text.close();
    }

    static String call(ProgramText text, String input, double probability) {
        long dropped = Math.max(1, Math.min(STEPS - 1, Math.round(probability * STEPS)));
        double scale = STEPS / (double) (STEPS - dropped);
        return text.let("self.%s(%s, %d, %s)", METHOD, input, dropped - STEPS / 2, ProgramText.number(scale));
    }
}
