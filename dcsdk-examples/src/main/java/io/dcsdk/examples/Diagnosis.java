package io.dcsdk.examples;

import io.dcsdk.training.NerModel;
import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.profile.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a look at this machine found. Everything is tried, whatever failed before it, and nothing is thrown.
 *
 * @param works whether a model was trained for a step and has labelled a text
 * @param machine the machine without the engine, if it could be looked at
 * @param checks what was tried, in order
 * @param advice what to do, one line each, beginning with "Maybe"
 */
record Diagnosis(boolean works, Optional<Machine> machine, List<Check> checks, List<String> advice) {
    private static final List<String> VOCABULARY =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "Ada", "smiles", "at", "Paris");

    /**
     * Something that was tried.
     *
     * @param name what
     * @param passed whether it worked
     * @param finding what was found, or what went wrong, in one line
     */
    record Check(String name, boolean passed, String finding) {}

    static Diagnosis make() {
        List<String> advice = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        Optional<Machine> machine = Optional.empty();
        try {
            machine = Optional.of(Machine.inspect());
            advice.addAll(machine.get().advice());
        } catch (RuntimeException | LinkageError e) {
            checks.add(new Check("machine", false, told(e, advice)));
        }
        attempt(checks, advice, "engine", Diagnosis::engine);
        attempt(checks, advice, "device", () -> ComputeDevice.auto() + ", which --device auto takes");
        attempt(checks, advice, "tokenizers", Diagnosis::tokenizers);
        boolean works = attempt(checks, advice, "training", Diagnosis::training);
        return new Diagnosis(
                works, machine, List.copyOf(checks), advice.stream().distinct().toList());
    }

    private static boolean attempt(List<Check> checks, List<String> advice, String name, Supplier<String> work) {
        try {
            checks.add(new Check(name, true, work.get()));
            return true;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            checks.add(new Check(name, false, told(e, advice)));
            return false;
        }
    }

    /** The first line of a message; a second one is advice. */
    private static String told(Throwable fault, List<String> advice) {
        String message = String.valueOf(fault.getMessage());
        int end = message.indexOf('\n');
        if (end >= 0 && message.startsWith("Maybe", end + 1)) {
            advice.add(message.substring(end + 1).replace('\n', ' '));
        }
        String first = (end < 0 ? message : message.substring(0, end)).strip();
        return Faults.isBadInput(fault) ? first : fault.getClass().getSimpleName() + ": " + first;
    }

    private static String engine() {
        TorchRuntime runtime = TorchRuntime.start();
        String description = runtime.description().replaceAll("\\s+", " ").replaceFirst("^PyTorch:[^,]*, ", "");
        return "PyTorch %s, %d GPUs, %d threads; %s"
                .formatted(runtime.version(), runtime.gpuCount(), runtime.threads(), description);
    }

    private static TokenizerJson vocabulary() {
        return TokenizerJson.wordPiece(VOCABULARY, TokenizerSettings.NONE, "the doctor's vocabulary");
    }

    private static String tokenizers() {
        try (HuggingFaceSubwords subwords = HuggingFaceSubwords.of(vocabulary())) {
            return "library loaded, %d tokens of a text encoded"
                    .formatted(subwords.encodeTexts(List.of("Ada smiles at Paris"))
                            .get(0)
                            .size());
        }
    }

    private static String training() {
        Sentence sentence = new Sentence(List.of("Ada", "smiles", "at", "Paris"), List.of("B-PER", "O", "O", "B-LOC"));
        Corpus corpus = new Corpus("the doctor's corpus", TagScheme.BIO, List.of(sentence));
        TokenizerJson tokenizer = vocabulary();
        long begun = System.nanoTime();
        try (NerModel model = NerTrainer.fromScratch(ModelShape.TINY.config(tokenizer.vocabularySize(), 0), tokenizer)
                .train(corpus)
                .epochs(1)
                .fit()) {
            int found = model.label("Ada smiles at Paris").size();
            return String.format(
                    Locale.ROOT,
                    "a step of %s and a labelled text (%d entities) in %.1f s",
                    "a tiny model",
                    found,
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        machine.ifPresent(its -> lines.addAll(its.findings()));
        for (Check check : checks) {
            lines.add("%s: %s%s".formatted(check.name(), check.passed() ? "" : "FAILED, ", check.finding()));
        }
        lines.addAll(advice);
        lines.add(works ? "Training works on this machine." : "Training does not work on this machine.");
        return lines;
    }
}
