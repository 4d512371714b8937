package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Architecture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the names that tensors have in a file to those of {@link io.dcsdk.training.model.ParameterLayout}. Files differ:
 * layer norms of old conversions have {@code gamma} and {@code beta}; a bare encoder has no prefix ({@code
 * embeddings.…}), a wrapped one has another ({@code module.bert.embeddings.…}). The word embedding, which every encoder
 * has, tells the prefix.
 */
final class ParameterNames {
    private static final String WORD_EMBEDDINGS = "embeddings.word_embeddings.weight";
    private static final Set<String> PARTS_OF_ENCODERS = Set.of("embeddings", "encoder", "transformer", "pooler");
    private static final Pattern EXPLAINED = Pattern.compile(
            "(.*\\.)?(position_ids|token_type_ids)|(cls|lm_head|vocab_[a-z_]+|classifier|pre_classifier|qa_outputs)\\..+"
                    + "|(bert|roberta)\\.pooler\\..+");

    private final Path folder;
    private final String family;

    private ParameterNames(Path folder, Architecture architecture) {
        this.folder = folder;
        this.family = architecture.modelType() + ".";
    }

    /** Canonical name to name in the file, in the order of the file. */
    static Map<String, String> of(Path folder, Architecture architecture, Set<String> names) {
        return new ParameterNames(folder, architecture).canonical(names);
    }

    /** Whether a tensor that no parameter needs is one that checkpoints often have: a buffer, a pooler, another head. */
    static boolean isExplained(String canonical) {
        return EXPLAINED.matcher(canonical).matches();
    }

    private Map<String, String> canonical(Set<String> names) {
        String prefix = prefix(names);
        int lastDot = prefix.lastIndexOf('.', prefix.length() - 2);
        String outer = prefix.substring(0, lastDot + 1); // where the heads stand: one level above the encoder
        Map<String, String> result = new LinkedHashMap<>();
        for (String name : names) {
            String canonical = modern(rooted(name, prefix, outer));
            @Nullable String other = result.putIfAbsent(canonical, name);
            if (other != null) {
                throw new CheckpointException(
                        "tensor (%s)".formatted(name),
                        folder,
                        "it is the same parameter as %s\nMaybe the weights of two models were mixed.".formatted(other));
            }
        }
        return result;
    }

    private String rooted(String name, String prefix, String outer) {
        if (name.startsWith(prefix)) {
            String rest = name.substring(prefix.length());
            int dot = rest.indexOf('.');
            if (dot > 0 && PARTS_OF_ENCODERS.contains(rest.substring(0, dot))) {
                return family + rest;
            }
        }
        return name.startsWith(outer) ? name.substring(outer.length()) : name;
    }

    private static String modern(String name) {
        if (name.endsWith(".gamma")) {
            return name.substring(0, name.length() - "gamma".length()) + "weight";
        }
        if (name.endsWith(".beta")) {
            return name.substring(0, name.length() - "beta".length()) + "bias";
        }
        return name;
    }

    private String prefix(Set<String> names) {
        List<String> prefixes = names.stream()
                .filter(n -> n.equals(WORD_EMBEDDINGS) || n.endsWith("." + WORD_EMBEDDINGS))
                .map(n -> n.substring(0, n.length() - WORD_EMBEDDINGS.length()))
                .toList();
        if (prefixes.contains(family) || prefixes.isEmpty()) {
            return family;
        }
        if (prefixes.contains("")) {
            return "";
        }
        if (prefixes.size() > 1) {
            throw new CheckpointException(
                    "encoders (%s)".formatted(String.join(" ", prefixes)),
                    folder,
                    "there are several, and none is called %s\nMaybe save the wanted one alone."
                            .formatted(family.substring(0, family.length() - 1)));
        }
        return prefixes.get(0);
    }
}
