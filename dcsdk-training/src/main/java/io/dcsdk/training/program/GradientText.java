package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelConfig;

/**
 * Writes how gradients come about: {@code gradients} with the loss in front, {@code accumulate}, and {@code gradient} for the host.
 *
 * <p>With gradients by rows the rows of the word embedding that a step looks up are a leaf of their own, (b t, h). Their
 * gradients are added into one buffer that lives as long as the parameters; of it only the rows of the last step are
 * cleared. A dense gradient would be a fresh table of zeros every step, most of it never touched.
 */
final class GradientText {
    private final boolean byRows;
    private final int words;
    private final int leaves;
    private final boolean recomputes;
    private final ProgramText text;
    private final SegmentText segments;
    private final RoundedText rounded;
    private final ModelConfig config;

    GradientText(StateLayout layout, ProgramOptions options, ProgramText text, SegmentText segments) {
        this.byRows = options.kernels().rowGradients();
        this.words = layout.wordLeaf();
        this.leaves = layout.leaves().size();
        this.recomputes = options.recomputeActivations();
        this.text = text;
        this.segments = segments;
        this.config = layout.config();
        this.rounded = new RoundedText(layout, options, text);
    }

    void write() {
        scatter();
        text.open(
                "def gradients(self: __torch__.%s, ids: Tensor, types: Tensor, mask: Tensor, labels: Tensor, scalars: Tensor,"
                        + " fresh: bool) -> List[Tensor]:",
                StepProgram.CLASS);
        text.line("ws = self.%s", rounded.leaves());
        text.line(StepProgram.NO_GRADIENT);
        if (byRows) {
            text.line("flat = torch.view(ids, [-1])");
            text.line("rows = torch.detach(torch.index_select(ws[%d], 0, flat))", words);
        } else {
            text.line("rows = ids");
        }
        if (recomputes || segments.taped()) {
            new SegmentedPassText(text, segments, rounded, byRows ? words : -1, recomputes).write(leaves);
        } else {
            gradients();
        }
        text.close();
        gradient();
        accumulate();
    }

    /** The loss, then the gradient of every leaf. Parameters that the loss does not reach have gradient zero. */
    private void gradients() {
        if (byRows) {
            text.line("_1 = torch.requires_grad_(rows, True)");
            text.line(
                    "leaves = torch.add(torch.add(torch.slice(ws, 0, %d, 1), [rows]), torch.slice(ws, %d, None, 1))",
                    words, words + 1);
        } else {
            text.line("leaves = ws");
        }
        text.line("torch.set_grad_enabled(True)");
        text.line("loss = self.loss(rows, ids, types, mask, labels, scalars)");
        text.line("found = torch.grad([loss], leaves, None, None, False, True)");
        text.line(StepProgram.NO_GRADIENT);
        text.line("all = annotate(List[Tensor], [])");
        text.line("_2 = torch.append(all, torch.detach(loss))");
        text.open("for i in range(torch.len(leaves)):");
        text.line("g = found[i]");
        text.open("if torch.__isnot__(g, None):");
        text.line("one = %s", rounded.inFull("unchecked_cast(Tensor, g)"));
        text.close();
        text.open("else:");
        text.line("one = %s", RoundedText.nothing("leaves[i]"));
        text.close();
        if (byRows) {
            text.open("if torch.eq(i, %d):", words);
            text.line("dense = self.scatter(flat, one, fresh)");
            text.close();
            text.open("else:");
            text.line("dense = one");
            text.close();
        } else {
            text.line("dense = one");
        }
        text.line("_3 = torch.append(all, dense)");
        text.close();
        text.line("return all");
    }

    /** Rows added into the buffer; those of the step before are cleared if a new step begins. */
    private void scatter() {
        if (!byRows) {
            return;
        }
        text.open(
                "def scatter(self: __torch__.%s, flat: Tensor, rows: Tensor, fresh: bool) -> Tensor:",
                StepProgram.CLASS);
        text.open("if torch.eq(torch.numel(self.word_gradient), 0):");
        text.line("self.word_gradient = torch.zeros_like(self.ws[%d])", words);
        text.line("self.touched = torch.clone(flat)");
        text.close();
        text.line("buffer = self.word_gradient");
        text.open("if fresh:");
        text.line("_0 = torch.index_fill_(buffer, 0, self.touched, 0.0)");
        // The ids may lie in a buffer of the caller, which holds those of the next step when they are looked at again.
        text.line("self.touched = torch.clone(flat)");
        text.close();
        text.open("else:");
        text.line("self.touched = torch.cat([self.touched, flat], 0)");
        text.close();
        text.line("_1 = torch.index_add_(buffer, 0, flat, rows, alpha=1)");
        text.line("return buffer");
        text.close();
    }

    private void gradient() {
        StepProgram.method(text, "gradient", StepProgram.BATCH, "List[Tensor]");
        InputText.arrive(text, config, StepProgram.BATCH);
        text.line("return self.gradients(ids, types, mask, labels, scalars, True)");
        text.close();
    }

    private void accumulate() {
        StepProgram.method(text, "accumulate", StepProgram.BATCH, "Tensor");
        InputText.arrive(text, config, StepProgram.BATCH);
        text.line("fresh = torch.eq(torch.len(self.gs), 0)");
        text.line("all = self.gradients(ids, types, mask, labels, scalars, fresh)");
        text.line("gs = torch.slice(all, 1, None, 1)");
        text.open("if fresh:");
        text.line("self.gs = gs");
        text.close();
        text.open("else:");
        if (byRows) {
            // The buffer of the words has taken its rows already. (Added by slices of the lists it would count as dead
            // code.)
            text.open("for i in range(torch.len(gs)):");
            text.open("if torch.ne(i, %d):", words);
            text.line("_4 = torch.add_(self.gs[i], gs[i], alpha=1)");
            text.close();
            text.close();
        } else {
            text.line("torch._foreach_add_(self.gs, gs, alpha=1)");
        }
        text.close();
        text.line("return all[0]");
        text.close();
    }
}
