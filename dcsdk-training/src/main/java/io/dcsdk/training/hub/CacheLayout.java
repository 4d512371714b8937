package io.dcsdk.training.hub;

import java.nio.file.Path;

/**
 * Where things lie in the cache: the layout of the Python tools, so that both find what the other fetched.
 *
 * <pre>
 * models--acme--ner/blobs/&lt;hash&gt;                    the bytes of a file, once
 * models--acme--ner/snapshots/&lt;commit&gt;/config.json  a link to its blob
 * models--acme--ner/refs/main                       the commit that a branch or tag stood for
 * .locks/models--acme--ner/&lt;hash&gt;.lock              held while a blob is fetched
 * </pre>
 */
record CacheLayout(Path cache, String repository) {
    private String folderName() {
        return "models--" + repository.replace("/", "--");
    }

    Path root() {
        return cache.resolve(folderName());
    }

    Path snapshot(String commit) {
        return root().resolve("snapshots").resolve(commit);
    }

    Path pointer(String commit, String name) {
        return snapshot(commit).resolve(name);
    }

    Path blob(Checksum checksum) {
        return root().resolve("blobs").resolve(checksum.hex());
    }

    Path partial(Checksum checksum) {
        return root().resolve("blobs").resolve(checksum.hex() + ".incomplete");
    }

    Path lock(Checksum checksum) {
        return cache.resolve(".locks").resolve(folderName()).resolve(checksum.hex() + ".lock");
    }

    Path reference(String revision) {
        return root().resolve("refs").resolve(revision);
    }
}
