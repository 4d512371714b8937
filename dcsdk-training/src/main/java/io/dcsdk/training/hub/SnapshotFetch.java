package io.dcsdk.training.hub;

import io.dcsdk.training.hub.Transport.Redirects;
import io.dcsdk.training.hub.Transport.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches one model: pins the commit, asks for each missing file what it must be, fetches it, and lets the snapshot point
 * to it. Weights come last and the name of the revision after them, so that a snapshot that has those is complete.
 */
final class SnapshotFetch {
    private final HubSettings settings;
    private final ModelReference model;
    private final CacheLayout layout;
    private final FetchListener listener;
    private final Transport transport;
    private final Retry retry;
    private final BlobStore blobs;

    SnapshotFetch(HubSettings settings, ModelReference model, FetchListener listener, Pause pause) {
        this.settings = settings;
        this.model = model;
        this.layout = new CacheLayout(settings.cache(), model.repository());
        this.listener = listener;
        this.transport = new Transport(settings);
        this.retry = new Retry(settings.attempts(), pause);
        this.blobs = new BlobStore(transport, settings, retry, model, layout);
    }

    Path run() {
        HubListing listing = listing();
        List<String> names = new ArrayList<>(ModelFiles.description(listing, model));
        names.addAll(weights(listing));
        List<RemoteFile> missing = names.stream()
                .filter(name -> !isHere(listing, name))
                .map(name -> describe(listing, name))
                .toList();
        long total = missing.stream().mapToLong(RemoteFile::size).reduce(0, this::sum);
        ProgressMeter progress = new ProgressMeter(listener, total);
        missing.forEach(file -> obtain(listing, file, progress));
        if (!model.isPinned()) {
            remember(listing.commit());
        }
        return layout.snapshot(listing.commit());
    }

    private HubListing listing() {
        URI address = URI.create(settings.endpoint() + "/api/models/" + model.repository() + "/revision/"
                + URLEncoder.encode(model.revision(), StandardCharsets.UTF_8));
        String advice = new CachedSnapshot(layout, model).isComplete()
                ? "set HF_HUB_OFFLINE=1 to use the copy in the cache."
                : "the network or the hub is down: try again later, or check HF_ENDPOINT (" + settings.endpoint()
                        + ").";
        byte[] json = retry.call("listing of " + model, advice, () -> {
            try (Reply reply = transport.send("GET", address, Map.of("Accept", "application/json"), Redirects.ALL)) {
                Refusal.check(reply, model, settings, "");
                byte[] bytes = reply.body().all(ModelFiles.LISTING_LIMIT);
                if (bytes == null) {
                    throw HubListing.fault("listing", model, "is larger than " + ModelFiles.LISTING_LIMIT + " bytes");
                }
                return bytes;
            }
        });
        return HubListing.parse(json, model);
    }

    /** The names of the files of weights. An index among them is fetched right away, since it names the others. */
    private List<String> weights(HubListing listing) {
        if (listing.files().contains(ModelFiles.WEIGHTS)) {
            return List.of(ModelFiles.WEIGHTS);
        }
        if (!listing.files().contains(ModelFiles.INDEX)) {
            throw ModelFiles.noWeights(listing, model);
        }
        if (!isHere(listing, ModelFiles.INDEX)) {
            RemoteFile index = describe(listing, ModelFiles.INDEX);
            obtain(listing, index, new ProgressMeter(listener, index.size()));
        }
        byte[] index = CachedSnapshot.bytes(
                layout.pointer(listing.commit(), ModelFiles.INDEX), ModelFiles.limit(ModelFiles.INDEX));
        return ModelFiles.listed(ModelFiles.shards(index, model), listing, model);
    }

    /** Asks what a file is without fetching it. */
    private RemoteFile describe(HubListing listing, String name) {
        URI address = URI.create(
                settings.endpoint() + "/" + model.repository() + "/resolve/" + listing.commit() + "/" + name);
        return retry.call("file (" + name + ") of " + model, "the hub is down: try again later.", () -> {
            try (Reply reply = transport.send("HEAD", address, Map.of(), Redirects.WITHIN_HUB)) {
                Refusal.check(reply, model, settings, name);
                return described(listing, name, address, reply);
            }
        });
    }

    private RemoteFile described(HubListing listing, String name, URI address, Reply reply) throws IOException {
        String subject = "file (" + name + ")";
        String commit = reply.header("X-Repo-Commit").orElse(listing.commit());
        if (!commit.equals(listing.commit())) {
            throw HubListing.fault(subject, model, "is of another commit (" + HubException.quoted(commit) + ")");
        }
        String tag =
                reply.header("X-Linked-Etag").or(() -> reply.header("ETag")).orElse("");
        Checksum checksum = Checksum.ofEntityTag(tag)
                .orElseThrow(() -> HubListing.fault(
                        subject,
                        model,
                        "comes without a hash in X-Linked-Etag or ETag (" + HubException.quoted(tag) + ")"));
        // The length of an answer that redirects is that of the redirection.
        String length = reply.header("X-Linked-Size")
                .or(() -> reply.status() < 300 ? reply.header("Content-Length") : Optional.empty())
                .orElse("");
        if (!length.matches("\\d{1,18}")) {
            throw HubListing.fault(
                    subject,
                    model,
                    "comes without a size in X-Linked-Size or Content-Length (" + HubException.quoted(length) + ")");
        }
        long size = Long.parseLong(length);
        if (size > ModelFiles.limit(name)) {
            throw HubListing.fault(
                    subject, model, "has " + size + " bytes, more than the allowed " + ModelFiles.limit(name));
        }
        return new RemoteFile(name, address, checksum, size);
    }

    private boolean isHere(HubListing listing, String name) {
        return Files.isRegularFile(layout.pointer(listing.commit(), name));
    }

    private void obtain(HubListing listing, RemoteFile file, ProgressMeter progress) {
        Path blob = blobs.obtain(file, progress);
        Path pointer = layout.pointer(listing.commit(), file.name());
        try {
            DurableFiles.point(pointer, blob, Files::createSymbolicLink);
        } catch (IOException fault) {
            throw HubException.local(pointer, fault);
        }
    }

    private void remember(String commit) {
        Path reference = layout.reference(model.revision());
        try {
            DurableFiles.write(reference, commit);
        } catch (IOException fault) {
            throw HubException.local(reference, fault);
        }
    }

    private long sum(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException overflow) {
            throw HubListing.fault("listing", model, "has more bytes than a file system can hold");
        }
    }
}
