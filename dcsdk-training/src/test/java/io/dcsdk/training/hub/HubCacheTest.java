package io.dcsdk.training.hub;

import static io.dcsdk.training.hub.FakeHub.COMMIT;
import static io.dcsdk.training.hub.FakeHub.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cache answers alone, and a disk that cannot hold it. */
final class HubCacheTest {
    @TempDir
    Path cache;

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void offlineAnswersFromTheCacheAndNeverAsks() {
        Path folder = hub.client(cache).fetch(MODEL);
        hub.requests.clear();
        ModelHub offline = hub.client(hub.settings(cache).withOffline(true));

        assertEquals(folder, offline.fetch(MODEL));
        assertEquals(folder, offline.fetch(MODEL, COMMIT));
        assertEquals(List.of(), hub.requests);
    }

    @Test
    void offlineNamesWhatIsMissing() throws IOException {
        ModelHub offline = hub.client(hub.settings(cache).withOffline(true));
        String rest = ": not in the cache " + cache + ", and the hub may not be asked offline"
                + "\nMaybe fetch it once without HF_HUB_OFFLINE, or let HF_HUB_CACHE name the folder that has it.";
        assertMessage("revision (main) of acme/tiny-ner" + rest, offline);

        Path folder = hub.client(cache).fetch(MODEL);
        Files.delete(folder.resolve("config.json"));
        Files.delete(folder.resolve("model.safetensors").toRealPath());
        assertMessage("file (config.json, model.safetensors) of acme/tiny-ner@main" + rest, offline);

        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\":{\"a\":\"model-1.safetensors\",\"b\":\"model-2.safetensors\"}}");
        Files.writeString(folder.resolve("model-1.safetensors"), "");
        assertMessage("file (config.json, model-2.safetensors) of acme/tiny-ner@main" + rest, offline);
    }

    @Test
    void anUnreachableHubPointsToTheCopyInTheCache() {
        HubSettings settings = hub.settings(cache);
        hub.client(cache).fetch(MODEL);
        hub.close();

        String down = FakeHub.refusal(() -> hub.client(settings).fetch(MODEL));
        assertTrue(down.startsWith("listing of acme/tiny-ner@main: 4 attempts failed"), down);
        assertTrue(down.endsWith("\nMaybe set HF_HUB_OFFLINE=1 to use the copy in the cache."));
    }

    @Test
    void aFullDiskIsNamed() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "this machine has no /dev/full");
        Path blobs = Files.createDirectories(cache.resolve("models--acme--tiny-ner/blobs"));
        Path partial = blobs.resolve(FakeHub.etag(hub.file("config.json")) + ".incomplete");
        Files.createSymbolicLink(partial, full);

        assertMessage(
                "file (" + partial + ") of the cache: the disk is full"
                        + "\nMaybe make room, or let HF_HUB_CACHE name a folder on a larger disk; what was fetched so far"
                        + " is kept.",
                hub.client(cache));
        assertEquals(List.of(), hub.pauses, "nothing is tried again");
        Files.delete(partial);
    }

    @Test
    void aCacheThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "");
        String fault = FakeHub.refusal(() -> hub.client(file).fetch(MODEL));
        assertTrue(fault.endsWith("\nMaybe let HF_HUB_CACHE name a folder that can be read and written."), fault);
    }

    private static void assertMessage(String message, ModelHub client) {
        assertEquals(message, FakeHub.refusal(() -> client.fetch(MODEL)));
    }
}
