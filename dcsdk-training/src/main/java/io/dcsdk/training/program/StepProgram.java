package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelException;
import io.dcsdk.training.program.TorchScriptArchive.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program of one model: TorchScript whose methods bind the flat buffers, run training steps and give logits.
 *
 * <p>Methods, all taking and giving tensors: {@code bind(p, m, v, t, c)} makes the leaves from parameters, moments, step
 * counter and class weights; {@code step(ids, types, mask, labels, scalars)} runs forward, backward, clipping and AdamW and
 * gives (loss, gradient norm, spoiled); {@code accumulate} with the same arguments only adds the gradient up, {@code
 * update(loss, scalars)} then applies it; {@code take_flat}
 * and {@code update_flat} let several devices add their gradients before that; {@code gradient} gives loss and the gradients of the leaves; {@code logits(ids, types,
 * mask)} runs forward without dropout. An empty mask means that no row is padded, empty types that all are 0. Scalars are (learning rate, 1 / weight of the
 * step's labels). Inputs may lie on the processor wherever the parameters are.
 *
 * <p>Once a loss or a gradient norm is not finite, {@code spoiled} stays 1 and no update changes the parameters any more:
 * the host may look some steps later without losing the last good weights.
 */
public final class StepProgram {
    static final String CLASS = "StepProgram";

    /** A batch: tokens, then labels and scalars. */
    static final List<String> BATCH = List.of("ids", "types", "mask", "labels", "scalars");

    /** The mode belongs to the thread, and any thread may call. */
    static final String NO_GRADIENT = "torch.set_grad_enabled(False)";

    /**
     * The leaves, an accumulated gradient, and what AdamW takes: leaves, moments and step counter with weight decay (0) and
     * without (1). They are attributes because an update of a list that only the method knows counts as dead code.
     */
    private static final List<String> LISTS = List.of("ws", "gs", "w0", "m0", "v0", "t0", "w1", "m1", "v1", "t1");

    private final List<String> lists = new ArrayList<>(LISTS);
    private final StateLayout layout;
    private final ProgramOptions options;

    private StepProgram(StateLayout layout, ProgramOptions options) {
        this.layout = layout;
        this.options = options;
        lists.addAll(RoundedText.lists(options));
    }

    /**
     * The program of a model.
     *
     * @param layout where its parameters lie
     * @param options what is written into it
     * @return a program
     * @throws ModelException if the class weights are not as many as the labels
     */
    public static StepProgram of(StateLayout layout, ProgramOptions options) {
        int labels = layout.config().labels().size();
        if (!options.classWeights().isEmpty() && options.classWeights().size() != labels) {
            throw new ModelException(
                    "class weights (%d) of the training: the model has %d labels\nMaybe give one for each."
                            .formatted(options.classWeights().size(), labels));
        }
        return new StepProgram(layout, options);
    }

    /**
     * The program with everything the engine needs to load it.
     *
     * @return the bytes of a TorchScript archive, the same for equal programs
     */
    public byte[] archive() {
        List<Attribute> attributes = new ArrayList<>();
        lists.forEach(list -> attributes.add(Attribute.tensors(list)));
        attributes.add(Attribute.tensor("spoiled"));
        attributes.add(Attribute.tensor("class_weights"));
        attributes.add(Attribute.tensor("word_gradient"));
        attributes.add(Attribute.tensor("touched"));
        return TorchScriptArchive.of(CLASS, text(), attributes);
    }

    /**
     * The program as people read it.
     *
     * @return TorchScript
     */
    public String text() {
        ProgramText text = new ProgramText();
        text.open("class %s(Module):", CLASS);
        text.line("__parameters__ = []");
        text.line("__buffers__ = []");
        text.line("training : bool");
        lists.forEach(list -> text.line("%s : List[Tensor]", list));
        text.line("spoiled : Tensor");
        text.line("class_weights : Tensor");
        text.line("word_gradient : Tensor");
        text.line("touched : Tensor");
        bind(text);
        InputText.define(text);
        DropoutText.define(text, CLASS);
        SegmentText segments = new SegmentText(layout, options, text);
        segments.write();
        if (!segments.taped()) {
            loss(text, segments);
        }
        hidden(text);
        new GradientText(layout, options, text, segments).write();
        update(text);
        exchange(text);
        step(text);
        logits(text);
        text.close();
        return text.toString();
    }

    static void method(ProgramText text, String name, List<String> arguments, String type) {
        text.open(
                "def %s(self: __torch__.%s%s) -> %s:",
                name,
                CLASS,
                arguments.stream().map(argument -> ", " + argument + ": Tensor").collect(Collectors.joining()),
                type);
    }

    private void bind(ProgramText text) {
        method(text, "bind", List.of("p", "m", "v", "t", "c"), "Tensor");
        text.line(NO_GRADIENT);
        lists.forEach(list -> text.line("%s = annotate(List[Tensor], [])", list));
        RoundedText rounded = new RoundedText(layout, options, text);
        for (Leaf leaf : layout.leaves()) {
            int group = leaf.decays() ? 0 : 1;
            String weight = text.let("torch.requires_grad_(%s, True)", view(text, "p", leaf));
            append(text, "ws", weight);
            rounded.bind(leaf, weight);
            append(text, "w" + group, weight);
            append(text, "m" + group, view(text, "m", leaf));
            append(text, "v" + group, view(text, "v", leaf));
            append(text, "t" + group, "t");
        }
        lists.forEach(list -> text.line("self.%s = %s", list, list));
        text.line("self.spoiled = torch.zeros_like(t)");
        text.line("self.class_weights = c");
        text.line("self.word_gradient = torch.narrow(p, 0, 0, 0)");
        text.line("self.touched = torch.narrow(p, 0, 0, 0)");
        text.line("return t");
        text.close();
    }

    private static String view(ProgramText text, String buffer, Leaf leaf) {
        return text.let(
                "torch.detach(torch.view(torch.narrow(%s, 0, %d, %d), %s))",
                buffer, leaf.offset(), leaf.elements(), leaf.shape());
    }

    private static void append(ProgramText text, String list, String element) {
        text.line("_ = torch.append(%s, %s)", list, element);
    }

    /** The whole training pass in one, as it is differentiated when nothing is computed again. */
    private static void loss(ProgramText text, SegmentText segments) {
        // Rows of the word embedding, (b t, h), where they are leaves of their own.
        method(text, "loss", List.of("rows", "ids", "types", "mask", "labels", "scalars"), "Tensor");
        String seed = segments.drawn();
        String bias = segments.bias("mask");
        String hidden = segments.embedded("rows", seed);
        for (int i = 0; i < segments.layers(); i++) {
            hidden = segments.layered(i, hidden, bias, seed);
        }
        text.line("return %s", segments.loss(hidden, seed));
        text.close();
    }

    private void hidden(ProgramText text) {
        method(text, "hidden_inference", List.of("ids", "types", "mask"), "Tensor");
        text.open("if torch.eq(torch.numel(mask), 0):");
        text.line("h = %s", new EncoderText(layout, options, text, false).write(false));
        text.close();
        text.open("else:");
        text.line("h = %s", new EncoderText(layout, options, text, false).write(true));
        text.close();
        text.line("return h");
        text.close();
    }

    private void update(ProgramText text) {
        method(text, "update", List.of("loss", "scalars"), "Tensor");
        text.line(NO_GRADIENT);
        InputText.arrive(text, layout.config(), List.of("scalars"));
        text.line("gs = self.gs");
        text.line("self.gs = annotate(List[Tensor], [])");
        text.line("return self.apply(loss, gs, scalars)");
        text.close();
        text.open("def apply(self: __torch__.%s, loss: Tensor, gs: List[Tensor], scalars: Tensor) -> Tensor:", CLASS);
        String norm = text.let("torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs, 2)), 2)");
        String finite = text.let("torch.isfinite(torch.add(%s, torch.mul(loss, 0), alpha=1))", norm);
        String bad = text.let("torch.sub(1, torch.to(%s, 6, False, False))", finite);
        text.line("spoiled = torch.maximum(self.spoiled, %s)", bad);
        text.line("self.spoiled = spoiled");
        // AdamW divides gradients by grad_scale: max(1, (norm + 1e-6) / clip) is clipping without a pass of its own.
        String scale = options.clipNorm() > 0
                ? text.let(
                        "torch.clamp_min(torch.div(torch.add(%s, 1.0e-6), %s), 1.0)",
                        norm, ProgramText.number(options.clipNorm()))
                : "None";
        text.line("lr = torch.select(scalars, 0, 0)");
        text.line("t = self.t1[0]");
        text.line("_0 = torch.add_(t, torch.sub(1, spoiled), alpha=1)");
        int cut = layout.decayedLeaves();
        text.line("g0 = torch.slice(gs, 0, %d, 1)", cut);
        text.line("g1 = torch.slice(gs, %d, %d, 1)", cut, layout.leaves().size());
        adamW(text, 0, options.weightDecay(), scale);
        adamW(text, 1, 0, scale);
        new RoundedText(layout, options, text).refresh();
        text.line("return torch.stack([loss, %s, spoiled])", norm);
        text.close();
    }

    private void adamW(ProgramText text, int group, double decay, String scale) {
        text.line(
                "ops.aten._fused_adamw_(self.w%1$d, g%1$d, self.m%1$d, self.v%1$d, annotate(List[Tensor], []), self.t%1$d,"
                        + " lr=lr, beta1=%2$s, beta2=%3$s, weight_decay=%4$s, eps=%5$s, amsgrad=False, maximize=False,"
                        + " grad_scale=%6$s, found_inf=spoiled)",
                group,
                ProgramText.number(options.beta1()),
                ProgramText.number(options.beta2()),
                ProgramText.number(decay),
                ProgramText.number(options.epsilon()),
                scale);
    }

    /** What data parallelism sends: the accumulated gradient and loss as one vector, and back. */
    private void exchange(ProgramText text) {
        method(text, "take_flat", List.of("loss"), "Tensor");
        text.line(NO_GRADIENT);
        text.line("parts = annotate(List[Tensor], [])");
        text.open("for i in range(torch.len(self.gs)):");
        text.line("_ = torch.append(parts, torch.reshape(self.gs[i], [-1]))");
        text.close();
        append(text, "parts", "torch.reshape(loss, [1])");
        text.line("self.gs = annotate(List[Tensor], [])");
        text.line("return torch.cat(parts, 0)");
        text.close();
        method(text, "update_flat", List.of("flat", "scalars"), "Tensor");
        text.line(NO_GRADIENT);
        InputText.arrive(text, layout.config(), List.of("scalars"));
        text.line("gs = annotate(List[Tensor], [])");
        int at = 0;
        for (Leaf leaf : layout.leaves()) {
            append(
                    text,
                    "gs",
                    text.let("torch.view(torch.narrow(flat, 0, %d, %d), %s)", at, leaf.elements(), leaf.shape()));
            at += leaf.elements();
        }
        text.line("return self.apply(torch.select(flat, 0, %d), gs, scalars)", at);
        text.close();
    }

    private void step(ProgramText text) {
        method(text, "step", BATCH, "Tensor");
        InputText.arrive(text, layout.config(), BATCH);
        text.line("all = self.gradients(ids, types, mask, labels, scalars, True)");
        text.line("return self.apply(all[0], torch.slice(all, 1, None, 1), scalars)");
        text.close();
    }

    private void logits(ProgramText text) {
        List<String> tokens = BATCH.subList(0, 3);
        method(text, "logits", tokens, "Tensor");
        text.line(NO_GRADIENT);
        InputText.arrive(text, layout.config(), tokens);
        text.line("h = self.hidden_inference(ids, types, mask)");
        EncoderText encoder = new EncoderText(layout, options, text, false);
        text.line("return %s", new HeadText(layout.config(), options, encoder, text).logits("h"));
        text.close();
    }
}
