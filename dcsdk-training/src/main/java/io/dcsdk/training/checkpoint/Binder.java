package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterLayout;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.safetensors.TensorEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tensor of each parameter. The encoder's must all be there in the right shape. Of the head, a weight and its
 * bias are taken together or begin fresh together; they are taken where names and shapes fit, the checkpoint is not one of
 * another head, and (for the last product, whose rows are labels) its labels are the wanted ones or have no names.
 */
final class Binder {
    private final Path folder;
    private final ConfigFile config;
    private final ModelConfig wanted;
    private final WeightFiles files;
    private final Map<String, String> names;

    Binder(Path folder, ConfigFile config, ModelConfig wanted, WeightFiles files) {
        this.folder = folder;
        this.config = config;
        this.wanted = wanted;
        this.files = files;
        this.names = ParameterNames.of(folder, config.architecture(), files.names());
    }

    WeightBinding bind() {
        List<ParameterSpec> parameters = ParameterLayout.of(wanted);
        requireEncoder(parameters);
        Set<String> freshModules = new HashSet<>();
        parameters.stream().filter(p -> p.ofHead() && !isUsable(p)).forEach(p -> freshModules.add(module(p.name())));
        Map<String, String> sources = new LinkedHashMap<>();
        for (ParameterSpec parameter : parameters) {
            @Nullable String source = names.get(parameter.name());
            if (source != null && !(parameter.ofHead() && freshModules.contains(module(parameter.name())))) {
                requireFloatingPoint(source);
                sources.put(parameter.name(), source);
            }
        }
        List<String> ignored = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        names.forEach((canonical, name) -> {
            if (!name.equals(sources.get(canonical))) {
                ignored.add(name);
                if (!ParameterNames.isExplained(canonical)) {
                    unexpected.add(name);
                }
            }
        });
        return new WeightBinding(files, parameters, sources, ignored, unexpected);
    }

    private void requireEncoder(List<ParameterSpec> parameters) {
        List<ParameterSpec> missing = parameters.stream()
                .filter(p -> !p.ofHead() && !names.containsKey(p.name()))
                .toList();
        if (!missing.isEmpty()) {
            ParameterSpec first = missing.get(0);
            String others = missing.size() == 1 ? "" : " and %d others are".formatted(missing.size() - 1);
            throw new CheckpointException(
                    "tensor (%s)".formatted(first.name()),
                    folder,
                    "it%s missing, shape %s is wanted\nMaybe config.json (model_type, number of layers) belongs to other weights."
                            .formatted(others.isEmpty() ? " is" : others, first.shape()));
        }
        for (ParameterSpec parameter : parameters) {
            if (!parameter.ofHead() && !hasShape(parameter)) {
                String source = String.valueOf(names.get(parameter.name()));
                throw new CheckpointException(
                        "tensor (%s)".formatted(source),
                        files.file(source),
                        "its shape is %s, config.json wants %s\nMaybe config.json belongs to other weights."
                                .formatted(files.entry(source).shape(), parameter.shape()));
            }
        }
    }

    private boolean hasShape(ParameterSpec parameter) {
        @Nullable String source = names.get(parameter.name());
        return source != null
                && files.entry(source)
                        .shape()
                        .equals(parameter.shape().stream()
                                .map(Integer::longValue)
                                .toList());
    }

    private boolean isUsable(ParameterSpec parameter) {
        String module = module(parameter.name());
        if (!hasShape(parameter)) {
            return false;
        }
        if (module.endsWith(".pooler.dense")) {
            return true; // came with the encoder, whatever stands on it
        }
        Optional<Head> own = config.head();
        if (own.isPresent() && own.get() != wanted.head()) {
            return false;
        }
        boolean rowsAreLabels = module.equals("classifier") || module.equals("classifier.out_proj");
        return !rowsAreLabels || labelsAgree();
    }

    private boolean labelsAgree() {
        List<String> own;
        try {
            own = config.labels();
        } catch (CheckpointException e) {
            return false; // rows whose meaning the file cannot tell
        }
        return own.equals(wanted.labels()) || Labels.areUnnamed(own);
    }

    private void requireFloatingPoint(String source) {
        TensorEntry entry = files.entry(source);
        if (!entry.type().isFloatingPoint()) {
            throw new CheckpointException(
                    "tensor (%s)".formatted(source),
                    files.file(source),
                    "its elements are %s, floating-point numbers are wanted\nMaybe choose the unquantized checkpoint."
                            .formatted(entry.type()));
        }
    }

    /** A parameter's name without its last part: {@code classifier} of {@code classifier.bias}. */
    private static String module(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
