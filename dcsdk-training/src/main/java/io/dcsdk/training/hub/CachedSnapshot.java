package io.dcsdk.training.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cache alone can answer. */
final class CachedSnapshot {
    private final CacheLayout layout;
    private final ModelReference model;

    CachedSnapshot(CacheLayout layout, ModelReference model) {
        this.layout = layout;
        this.model = model;
    }

    /** The snapshot of the revision as the cache last saw it, complete, or an exception that names what is missing. */
    Path require() {
        Optional<String> commit = commit();
        if (commit.isEmpty()) {
            throw missing("revision (" + model.revision() + ") of " + model.repository());
        }
        List<String> missing = missingFiles(commit.get());
        if (!missing.isEmpty()) {
            throw missing("file (" + String.join(", ", missing) + ") of " + model);
        }
        return layout.snapshot(commit.get());
    }

    /** Whether {@link #require()} would find a snapshot. */
    boolean isComplete() {
        return commit().map(this::missingFiles).filter(List::isEmpty).isPresent();
    }

    private Optional<String> commit() {
        if (model.isPinned()) {
            return Optional.of(model.revision()).filter(commit -> Files.isDirectory(layout.snapshot(commit)));
        }
        Path reference = layout.reference(model.revision());
        if (!Files.isRegularFile(reference)) {
            return Optional.empty();
        }
        String commit = new String(bytes(reference, 100), StandardCharsets.ISO_8859_1).strip();
        if (!ModelReference.isCommit(commit)) {
            throw new HubException("file (" + reference + ") of the cache: names no commit"
                    + "\nMaybe delete it and fetch the model again.");
        }
        return Optional.of(commit);
    }

    private List<String> missingFiles(String commit) {
        List<String> missing = new ArrayList<>();
        if (isMissing(commit, ModelFiles.CONFIG)) {
            missing.add(ModelFiles.CONFIG);
        }
        if (!isMissing(commit, ModelFiles.WEIGHTS)) {
            return missing;
        }
        if (isMissing(commit, ModelFiles.INDEX)) {
            missing.add(ModelFiles.WEIGHTS);
            return missing;
        }
        byte[] index = bytes(layout.pointer(commit, ModelFiles.INDEX), ModelFiles.limit(ModelFiles.INDEX));
        ModelFiles.shards(index, model).stream()
                .filter(shard -> isMissing(commit, shard))
                .forEach(missing::add);
        return missing;
    }

    private boolean isMissing(String commit, String name) {
        return !Files.isRegularFile(layout.pointer(commit, name));
    }

    private HubException missing(String subject) {
        return new HubException(
                subject + ": not in the cache " + layout.cache() + ", and the hub may not be asked offline"
                        + "\nMaybe fetch it once without HF_HUB_OFFLINE, or let HF_HUB_CACHE name the folder that has it.");
    }

    /** A small file of the cache. */
    static byte[] bytes(Path path, long limit) {
        try {
            if (Files.size(path) > limit) {
                throw new HubException("file (" + path + ") of the cache: is larger than " + limit + " bytes"
                        + "\nMaybe delete it and fetch the model again.");
            }
            return Files.readAllBytes(path);
        } catch (IOException fault) {
            throw HubException.local(path, fault);
        }
    }
}
