package io.dcsdk.training.checkpoint;

import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.TensorEntry;
import io.dcsdk.training.tensor.Tensor;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The open weight files of a folder: model.safetensors, or the shards that an index names. */
final class WeightFiles implements AutoCloseable {
    static final String SINGLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    /** Weights in formats that are not read: pickles run code when they are read, the others need their frameworks. */
    static final List<String> FOREIGN = List.of(
            "pytorch_model.bin",
            "pytorch_model.bin.index.json",
            "tf_model.h5",
            "flax_model.msgpack",
            "model.ckpt.index");

    private static final int MAX_INDEX_BYTES = 64 * 1024 * 1024;

    private final Map<String, SafetensorsReader> shards = new LinkedHashMap<>();
    private final Map<String, SafetensorsReader> owners = new LinkedHashMap<>();

    private WeightFiles() {}

    static WeightFiles open(Path folder) {
        WeightFiles files = new WeightFiles();
        boolean complete = false;
        try {
            if (Files.exists(folder.resolve(SINGLE))) {
                files.take(SafetensorsReader.open(folder.resolve(SINGLE)), SINGLE);
            } else if (Files.exists(folder.resolve(INDEX))) {
                files.sharded(folder);
            } else {
                throw absent(folder);
            }
            complete = true;
            return files;
        } finally {
            if (!complete) {
                files.close();
            }
        }
    }

    private static CheckpointException absent(Path folder) {
        for (String foreign : FOREIGN) {
            if (Files.exists(folder.resolve(foreign))) {
                return new CheckpointException(
                        "weights (%s)".formatted(foreign),
                        folder,
                        "only safetensors files are read\nMaybe convert it once in Python: "
                                + "AutoModel.from_pretrained(\"DIR\").save_pretrained(\"NEW_DIR\") of transformers writes "
                                + SINGLE + " (with AutoModelForTokenClassification a token head is kept).");
            }
        }
        return new CheckpointException(
                "weights (%s)".formatted(SINGLE),
                folder,
                "there is no such file, nor a " + INDEX
                        + "\nMaybe the folder was not fetched or written to its end, or another folder was meant.");
    }

    private void take(SafetensorsReader reader, String name) {
        shards.put(name, reader);
        reader.header().entries().keySet().forEach(tensor -> owners.put(tensor, reader));
    }

    private void sharded(Path folder) {
        Path index = folder.resolve(INDEX);
        ObjectNode object = JsonText.read(index, MAX_INDEX_BYTES);
        JsonFields fields = new JsonFields(index, object);
        Map<String, String> wanted = weightMap(index, fields);
        Set<String> shardNames = new TreeSet<>(wanted.values());
        shardNames.forEach(name -> requirePlain(index, name));
        shardNames.forEach(name -> requirePresent(folder, name));
        long bytes = 0;
        for (String name : shardNames) {
            SafetensorsReader reader = SafetensorsReader.open(folder.resolve(name));
            shards.put(name, reader);
            for (TensorEntry entry : reader.header().entries().values()) {
                if (!name.equals(wanted.get(entry.name()))) {
                    throw new CheckpointException(
                            "tensor (%s)".formatted(entry.name()),
                            reader.file(),
                            "%s says that it stands in %s\nMaybe index and shards are of different models."
                                    .formatted(INDEX, Objects.requireNonNullElse(wanted.get(entry.name()), "no file")));
                }
                owners.put(entry.name(), reader);
                bytes += entry.bytes();
            }
        }
        wanted.forEach((tensor, name) -> {
            if (!owners.containsKey(tensor)) {
                throw new CheckpointException(
                        "tensor (%s)".formatted(tensor),
                        folder.resolve(name),
                        "%s says that it stands there, but it does not\nMaybe index and shards are of different models."
                                .formatted(INDEX));
            }
        });
        requireTotal(index, object, bytes);
    }

    private static Map<String, String> weightMap(Path index, JsonFields fields) {
        @Nullable JsonNode map = fields.find("weight_map");
        if (map == null || !map.isObject() || map.isEmpty()) {
            throw new CheckpointException(
                    "weight_map", index, "an object from tensors to files is wanted\nMaybe fetch the file again.");
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!entry.getValue().isString()) {
                throw new CheckpointException(
                        "tensor (%s)".formatted(entry.getKey()),
                        index,
                        "its file is no text\nMaybe fetch the file again.");
            }
            wanted.put(entry.getKey(), entry.getValue().stringValue());
        }
        return wanted;
    }

    /** An index from elsewhere must not reach out of its folder. */
    private static void requirePlain(Path index, String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*\\.safetensors")) {
            throw new CheckpointException(
                    "shard (%s)".formatted(name),
                    index,
                    "it is not the plain name of a safetensors file in the same folder\nMaybe fetch the index again.");
        }
    }

    private static void requirePresent(Path folder, String name) {
        if (!Files.exists(folder.resolve(name))) {
            throw new CheckpointException(
                    "shard (%s)".formatted(name),
                    folder,
                    "%s names it, but there is no such file\nMaybe fetch it.".formatted(INDEX));
        }
    }

    private static void requireTotal(Path index, ObjectNode object, long bytes) {
        @Nullable JsonNode total = object.path("metadata").get("total_size");
        if (total != null && (!total.isNumber() || total.decimalValue().compareTo(BigDecimal.valueOf(bytes)) != 0)) {
            throw new CheckpointException(
                    "total_size (%s)".formatted(total),
                    index,
                    "the tensors of the shards have %d bytes\nMaybe index and shards are of different models."
                            .formatted(bytes));
        }
    }

    Set<String> names() {
        return owners.keySet();
    }

    TensorEntry entry(String name) {
        return Objects.requireNonNull(owner(name).header().entries().get(name));
    }

    Tensor tensor(String name) {
        return owner(name).tensor(name);
    }

    /** The file that holds a tensor. */
    Path file(String name) {
        return owner(name).file();
    }

    private SafetensorsReader owner(String name) {
        return Objects.requireNonNull(owners.get(name));
    }

    @Override
    public void close() {
        shards.values().forEach(SafetensorsReader::close);
    }
}
