package io.dcsdk.training.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Which files make a model folder, and how large each may be: data only, never code, never pickled weights. */
final class ModelFiles {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    /** Far above what real ones have; a listing names every file of a repository. */
    static final int LISTING_LIMIT = 8 << 20;

    private static final long MEBIBYTE = 1L << 20;

    private static final List<String> DESCRIPTION = List.of(
            CONFIG,
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt",
            "added_tokens.json");

    private ModelFiles() {}

    /** The wanted files besides the weights that a listing has; the configuration must be among them. */
    static List<String> description(HubListing listing, ModelReference model) {
        if (!listing.files().contains(CONFIG)) {
            throw new HubException("file (" + CONFIG + ") of " + model
                    + ": not in its listing\nMaybe this is no transformers model: choose one that has it.");
        }
        return DESCRIPTION.stream().filter(listing.files()::contains).toList();
    }

    /** Says why there are no weights to fetch. */
    static HubException noWeights(HubListing listing, ModelReference model) {
        List<String> others = listing.files().stream()
                .filter(name -> name.matches("pytorch_model.*\\.bin|tf_model\\.h5|flax_model\\.msgpack|.*\\.gguf"))
                .toList();
        return new HubException("file (" + WEIGHTS + ") of " + model + ": not in its listing"
                + (others.isEmpty() ? "" : ", which has " + HubException.quoted(String.join(", ", others)))
                + "\nMaybe "
                + (others.isEmpty() ? "another revision has it." : "convert the weights to safetensors first."));
    }

    /** The files that an index of weights speaks of, each once, in order of their names. */
    static SortedSet<String> shards(byte[] index, ModelReference model) {
        JsonNode map = HubListing.tree(index, INDEX, model).path("weight_map");
        SortedSet<String> shards = new TreeSet<>();
        if (!map.isObject() || map.isEmpty()) {
            throw HubListing.fault(INDEX, model, "has no tensor in \"weight_map\"");
        }
        for (JsonNode shard : map.values()) {
            if (!shard.isString() || !RemoteName.isShard(shard.stringValue())) {
                throw HubListing.fault(
                        INDEX,
                        model,
                        "names a shard that is no plain file name ending in .safetensors ("
                                + HubException.quoted(shard.toString()) + ")");
            }
            shards.add(shard.stringValue());
        }
        return shards;
    }

    /** Checks that the listing has every shard. */
    static List<String> listed(SortedSet<String> shards, HubListing listing, ModelReference model) {
        Set<String> missing = new TreeSet<>(shards);
        missing.removeAll(listing.files());
        if (!missing.isEmpty()) {
            throw new HubException("file (" + String.join(", ", missing) + ") of " + model + ": named by " + INDEX
                    + " but not in the listing\nMaybe another revision has it.");
        }
        return new ArrayList<>(shards);
    }

    /** The most bytes that a file of this name may have. */
    static long limit(String name) {
        return switch (name) {
            case CONFIG, "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json" -> 8 * MEBIBYTE;
            case INDEX, "vocab.txt", "vocab.json", "merges.txt" -> 64 * MEBIBYTE;
            case "tokenizer.json" -> 256 * MEBIBYTE;
            default -> Long.MAX_VALUE;
        };
    }
}
