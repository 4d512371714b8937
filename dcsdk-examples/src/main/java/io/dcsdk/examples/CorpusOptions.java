package io.dcsdk.examples;

import io.dcsdk.training.corpus.ConllColumns;
import io.dcsdk.training.corpus.ConllReader;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.JsonLinesOptions;
import io.dcsdk.training.corpus.JsonLinesReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the files with tagged sentences are read. */
final class CorpusOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "conll or jsonl (default: jsonl for files named .jsonl or .ndjson, conll for all others).")
    private @Nullable CorpusFormat format;

    @Option(
            names = "--column",
            paramLabel = "N",
            description = "CoNLL column with the tags, from 0; -1 is the last (default), -2 the one before it.")
    private @Nullable Integer column;

    @Option(
            names = "--token-column",
            paramLabel = "N",
            description = "CoNLL column with the words, counted alike (default: 0).")
    private @Nullable Integer tokenColumn;

    @Option(
            names = "--strict",
            description = "Refuse ill-formed tags instead of repairing them as conlleval reads them.")
    private boolean strict;

    CorpusOptions() {}

    /** Refuses a file that cannot be read, before anything else is done. */
    static void require(String option, String file) {
        Path path = Input.path(file);
        String subject = "%s (%s)".formatted(option, file);
        if (!Files.exists(path)) {
            throw new BadInput(subject, "there is no such file", "check the path.");
        }
        if (Files.isDirectory(path)) {
            throw new BadInput(subject, "is a folder", "name a file in it.");
        }
        if (!Files.isReadable(path)) {
            throw new BadInput(subject, "may not be read", "check its permissions.");
        }
    }

    /** Reads a file and tells what was found, so that a wrong column shows. */
    Corpus read(String file, PrintWriter messages) {
        CorpusFormat its = Objects.requireNonNullElseGet(format, () -> CorpusFormat.ofFileName(file));
        Corpus corpus = its == CorpusFormat.CONLL ? columns(file) : objects(file);
        messages.printf(
                "%s: %,d sentences, %,d words, %,d entities (%s) in %s%n",
                file,
                corpus.sentences().size(),
                corpus.words(),
                corpus.entities(),
                corpus.types().isEmpty() ? "no types" : String.join(", ", corpus.types()),
                corpus.scheme());
        if (corpus.repairs() > 0) {
            messages.printf("%s: %,d ill-formed tags repaired; --strict refuses them%n", file, corpus.repairs());
        }
        messages.flush();
        return corpus;
    }

    private Corpus columns(String file) {
        ConllColumns columns = ConllReader.columns()
                .tag(Objects.requireNonNullElse(column, -1))
                .token(Objects.requireNonNullElse(tokenColumn, 0));
        return (strict ? columns.strict() : columns).read(Input.path(file));
    }

    private Corpus objects(String file) {
        if (column != null || tokenColumn != null) {
            throw new BadInput(
                    column != null ? "--column (%d)".formatted(column) : "--token-column (%d)".formatted(tokenColumn),
                    file + " is read as JSON lines, which have no columns",
                    "add --format conll, or leave it out.");
        }
        JsonLinesOptions options = JsonLinesReader.options();
        return (strict ? options.strict() : options).read(Input.path(file));
    }
}
