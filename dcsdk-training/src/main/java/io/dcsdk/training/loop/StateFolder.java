package io.dcsdk.training.loop;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.files.AtomicFile;
import io.dcsdk.training.files.Folders;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.safetensors.SafetensorsException;
import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.safetensors.TensorSource;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of a run on disk. Each is one safetensors file: parameters and both moments by name, and {@link LoopState} as JSON
 * in its metadata. A file is written whole or not at all, so a kill at any moment leaves the states before it readable. The
 * newest two are kept.
 */
final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    private static final String FORMAT = "dcsdk-state-1";
    private static final String PREFIX = "step-";
    private static final String SUFFIX = ".safetensors";
    private static final int KEPT = 2;
    private static final List<String> BUFFERS = List.of("parameters/", "first-moments/", "second-moments/");

    private final Path folder;
    private final StateLayout layout;

    StateFolder(Path folder, StateLayout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    /** A state read back. */
    record Saved(LoopState loop, SessionState tensors, Path file) {}

    Path write(LoopState loop, SessionState tensors) {
        Folders.create(folder);
        AtomicFile.removeLeftovers(folder);
        List<TensorSource> sources = new ArrayList<>();
        List<Tensor> buffers = List.of(tensors.parameters(), tensors.firstMoments(), tensors.secondMoments());
        for (int i = 0; i < buffers.size(); i++) {
            Tensor buffer = buffers.get(i);
            for (ParameterSpec parameter : layout.parameters()) {
                List<Long> shape = parameter.shape().stream().map(Long::valueOf).toList();
                sources.add(new TensorSource(
                        BUFFERS.get(i) + parameter.name(),
                        ElementType.F32,
                        shape,
                        () -> layout.slice(buffer, parameter)));
            }
        }
        Path file = folder.resolve(String.format(Locale.ROOT, "%s%012d%s", PREFIX, loop.updates(), SUFFIX));
        SafetensorsWriter.write(
                file, sources, ImmutableMap.of("format", FORMAT, "state", Documents.toCompactJson(loop)));
        List<Path> all = states();
        all.subList(0, Math.max(0, all.size() - KEPT)).forEach(AtomicFile::delete);
        return file;
    }

    /**
     * The newest state that can be read; a damaged one is passed over with a warning.
     *
     * @throws ResumeException if there are states and none can be read, or the newest is of another configuration
     */
    Optional<Saved> newest(Map<String, String> configuration) {
        List<Path> all = states();
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                return Optional.of(read(all.get(i), configuration));
            } catch (SafetensorsException e) {
                LOG.warn("State {} is damaged and passed over: {}", all.get(i), e.getMessage());
            }
        }
        if (!all.isEmpty()) {
            throw new ResumeException(
                    "states of the run (%s): none of the %d can be read\nMaybe start anew in another folder."
                            .formatted(folder, all.size()));
        }
        return Optional.empty();
    }

    private Saved read(Path file, Map<String, String> configuration) {
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            Map<String, String> metadata = reader.header().metadata();
            String state = metadata.getOrDefault("state", "");
            if (!FORMAT.equals(metadata.get("format")) || state.isEmpty()) {
                throw new ResumeException(
                        "state of the run (%s): it was not written by this version\nMaybe start anew in another folder."
                                .formatted(file));
            }
            LoopState loop = Documents.read(state, file + ", state", DocumentFormat.JSON, LoopState.class);
            requireSame(loop.configuration(), configuration, file);
            List<Tensor> buffers =
                    BUFFERS.stream().map(prefix -> flat(reader, prefix, file)).toList();
            return new Saved(
                    loop, new SessionState(buffers.get(0), buffers.get(1), buffers.get(2), loop.updates()), file);
        }
    }

    private static void requireSame(Map<String, String> before, Map<String, String> now, Path file) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, "absent");
            String is = now.getOrDefault(name, "absent");
            if (!was.equals(is)) {
                throw new ResumeException(
                        "%s (%s) of the run: it was %s when %s was written\nMaybe resume with the same settings, or start anew in another folder."
                                .formatted(name, is, was, file));
            }
        }
    }

    private Tensor flat(SafetensorsReader reader, String prefix, Path file) {
        return layout.flatten(parameter -> {
            String name = prefix + parameter.name();
            if (!reader.header().entries().containsKey(name)) {
                throw new ResumeException(
                        "state of the run (%s): it lacks %s\nMaybe it is of another model.".formatted(file, name));
            }
            return reader.tensor(name);
        });
    }

    private List<Path> states() {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.filter(StateFolder::isState)
                    .sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName())))
                    .toList());
        } catch (IOException e) {
            throw new ResumeException(
                    "states of the run (%s): the folder cannot be read\nMaybe check its permissions.".formatted(folder),
                    e);
        }
    }

    private static boolean isState(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(entry);
    }
}
