package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.training.corpus.CorpusWriter;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small corpora, a vocabulary and a model that was trained on them for one epoch, in a folder of the test run. */
final class TinyTraining {
    static final Path FOLDER = files();
    static final Path MODEL = trained();

    private TinyTraining() {}

    private static Path files() {
        try {
            Path folder = Files.createTempDirectory("dcsdk-tiny-");
            SyntheticCorpus corpus = SyntheticCorpus.generate(7, 64, 16, 16);
            CorpusWriter.writeConll(corpus.train(), folder.resolve("train.conll"));
            CorpusWriter.writeConll(corpus.dev(), folder.resolve("dev.conll"));
            CorpusWriter.writeConll(corpus.test(), folder.resolve("test.conll"));
            CorpusWriter.writeJsonLines(corpus.test(), folder.resolve("test.jsonl"));
            Files.write(folder.resolve("vocab.txt"), corpus.vocabulary());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path trained() {
        Path folder = FOLDER.resolve("model");
        CommandRun run = train(folder);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return folder;
    }

    static String file(String name) {
        return FOLDER.resolve(name).toString();
    }

    /** Trains for an epoch with more options; one that is there already takes the place of the usual one. */
    static CommandRun train(Path out, String... more) {
        return CommandRun.of(arguments(out, more));
    }

    static String[] arguments(Path out, String... more) {
        Map<String, String> usual = Map.of(
                "--shape",
                "tiny",
                "--vocab",
                file("vocab.txt"),
                "--train",
                file("train.conll"),
                "--dev",
                file("dev.conll"),
                "--out",
                out.toString(),
                "--epochs",
                "1",
                "--learning-rate",
                "1e-3",
                "--threads",
                "1");
        List<String> given = Arrays.asList(more);
        boolean fromModel = given.contains("--model");
        List<String> all = new ArrayList<>(List.of("train"));
        usual.forEach((option, value) -> {
            boolean replaced =
                    given.contains(option) || (fromModel && (option.equals("--shape") || option.equals("--vocab")));
            if (!replaced) {
                all.add(option);
                all.add(value);
            }
        });
        all.addAll(given);
        return all.toArray(String[]::new);
    }

    /** A copy of the trained model, to be spoilt. */
    static Path copy(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(MODEL)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                Files.copy(entry, to.resolve(entry.getFileName()));
            }
        }
        return to;
    }
}
