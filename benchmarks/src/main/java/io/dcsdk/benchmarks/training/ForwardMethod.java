package io.dcsdk.benchmarks.training;

/**
 * Adds a method to a training program that is the forward pass as a step runs it: everything is kept that the backward pass
 * would need, and dropped when the loss is there. The SDK's program has no such method, because nobody asks for half a step.
 */
final class ForwardMethod {
    /** What the method is called. */
    static final String NAME = "forward_kept";

    /** In a program whose layers give tapes, which hold what is kept; in others the loss holds it. */
    private static final String TAPED = "def layer_0_back(";

    private ForwardMethod() {}

    static String added(String program, int layers) {
        StringBuilder text = new StringBuilder(program);
        line(
                text,
                1,
                "def " + NAME
                        + "(self: __torch__.StepProgram, rows: Tensor, ids: Tensor, types: Tensor, mask: Tensor, labels:"
                        + " Tensor, scalars: Tensor) -> Tensor:");
        line(text, 2, "_0 = torch.requires_grad_(rows, True)");
        line(text, 2, "torch.set_grad_enabled(True)");
        if (program.contains(TAPED)) {
            taped(text, layers);
        } else {
            line(text, 2, "loss = self.loss(rows, ids, types, mask, labels, scalars)");
        }
        line(text, 2, "torch.set_grad_enabled(False)");
        line(text, 2, "return loss");
        return text.toString();
    }

    private static void taped(StringBuilder text, int layers) {
        line(text, 2, "seed = self.draw()");
        line(text, 2, "bias = self.bias(mask)");
        line(text, 2, "h0 = self.embed(rows, ids, types, seed)");
        line(text, 2, "self.gs = [h0]");
        for (int i = 0; i < layers; i++) {
            line(text, 2, "tape%d = self.layer_%d(h%d, bias, torch.add(seed, %d))".formatted(i, i, i, i + 1));
            // An attribute, because a list that nobody takes is removed as dead code.
            line(text, 2, "self.gs = torch.add(self.gs, tape%d)".formatted(i));
            line(text, 2, "h%d = tape%d[torch.sub(torch.len(tape%d), 1)]".formatted(i + 1, i, i));
        }
        line(text, 2, "top = torch.requires_grad_(torch.detach(h%d), True)".formatted(layers));
        line(text, 2, "torch.set_grad_enabled(True)");
        line(text, 2, "loss = self.head(top, labels, scalars, torch.add(seed, %d))".formatted(layers + 1));
        line(text, 2, "self.gs = annotate(List[Tensor], [])");
    }

    private static void line(StringBuilder text, int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
