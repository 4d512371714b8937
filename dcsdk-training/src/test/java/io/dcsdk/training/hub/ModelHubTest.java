package io.dcsdk.training.hub;

import static io.dcsdk.training.hub.FakeHub.COMMIT;
import static io.dcsdk.training.hub.FakeHub.MODEL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelHubTest {
    @TempDir
    Path cache;

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void fetchesDataAndWeightsButNeitherCodeNorPickles() throws IOException {
        Path folder = hub.client(cache).fetch(MODEL);

        assertEquals(cache.resolve("models--acme--tiny-ner/snapshots/" + COMMIT), folder);
        assertEquals(Set.of("config.json", "tokenizer.json", "vocab.txt", "model.safetensors"), names(folder));
        for (String name : names(folder)) {
            assertArrayEquals(hub.file(name), Files.readAllBytes(folder.resolve(name)), name);
        }
    }

    @Test
    void laysTheCacheOutAsThePythonToolsDo() throws IOException {
        Path folder = hub.client(cache).fetch(MODEL, "main");

        Path pointer = folder.resolve("config.json");
        Path target = Path.of("../../blobs/" + FakeHub.etag(hub.file("config.json")));
        assertTrue(Files.isSymbolicLink(pointer));
        assertEquals(target, Files.readSymbolicLink(pointer));
        assertEquals(COMMIT, Files.readString(cache.resolve("models--acme--tiny-ner/refs/main")));
        assertEquals(
                hub.files.entrySet().stream()
                        .filter(file -> !file.getKey().matches(".*(bin|py|onnx)"))
                        .map(file -> FakeHub.etag(file.getValue()))
                        .collect(Collectors.toSet()),
                names(cache.resolve("models--acme--tiny-ner/blobs")));
    }

    @Test
    void asksOnlyForTheCommitWhereEverythingIsHere() {
        Path first = hub.client(cache).fetch(MODEL);
        hub.requests.clear();

        assertEquals(first, hub.client(cache).fetch(MODEL));
        assertEquals(1, hub.requests.size());
    }

    @Test
    void fetchesAnewOnlyWhatIsMissing() throws IOException {
        Path folder = hub.client(cache).fetch(MODEL);
        Files.delete(folder.resolve("vocab.txt").toRealPath());
        hub.requests.clear();

        hub.client(cache).fetch(MODEL);
        assertEquals(1, hub.count("GET", "vocab.txt"));
        assertEquals(3, hub.requests.size(), "listing, HEAD and GET");
        assertArrayEquals(hub.file("vocab.txt"), Files.readAllBytes(folder.resolve("vocab.txt")));
    }

    @Test
    void takesABlobThatAnotherCommitLeftButNotADamagedOne() throws IOException {
        Path folder = hub.client(cache).fetch(MODEL);
        Path blob = folder.resolve("model.safetensors").toRealPath();
        Files.delete(folder.resolve("model.safetensors"));
        hub.client(cache).fetch(MODEL);
        assertEquals(1, hub.count("GET", "model.safetensors"));

        byte[] damaged = Files.readAllBytes(blob);
        damaged[5] ^= 1;
        Files.write(blob, damaged);
        Files.delete(folder.resolve("model.safetensors"));
        hub.client(cache).fetch(MODEL);
        assertEquals(2, hub.count("GET", "model.safetensors"));
        assertArrayEquals(hub.file("model.safetensors"), Files.readAllBytes(blob));
    }

    @Test
    void fetchesEveryShardThatTheIndexNames() throws IOException {
        hub.files.remove("model.safetensors");
        hub.files.put("model-00001-of-00002.safetensors", FakeHub.bytes(5_000, 1));
        hub.files.put("model-00002-of-00002.safetensors", FakeHub.bytes(6_000, 2));
        index("{\"a\":\"model-00002-of-00002.safetensors\",\"b\":\"model-00001-of-00002.safetensors\","
                + "\"c\":\"model-00001-of-00002.safetensors\"}");

        Path folder = hub.client(cache).fetch(MODEL);
        assertTrue(names(folder)
                .containsAll(Set.of(
                        "model.safetensors.index.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors")));
    }

    @Test
    void pinsARevisionWithASlashAndACommit() throws IOException {
        hub.client(cache).fetch(MODEL, "refs/pr/1");
        assertEquals(
                "/api/models/acme/tiny-ner/revision/refs%2Fpr%2F1",
                hub.requests.get(0).path());
        assertEquals(COMMIT, Files.readString(cache.resolve("models--acme--tiny-ner/refs/refs/pr/1")));

        hub.client(cache).fetch(MODEL, COMMIT);
        assertFalse(Files.exists(cache.resolve("models--acme--tiny-ner/refs/" + COMMIT)));
    }

    @Test
    void tellsBytesOfTheTotal() {
        List<FetchProgress> told = new ArrayList<>();
        hub.client(cache).withListener(told::add).fetch(MODEL);

        long total = Stream.of("config.json", "tokenizer.json", "vocab.txt", "model.safetensors")
                .mapToLong(name -> hub.file(name).length)
                .sum();
        FetchProgress last = told.get(told.size() - 1);
        assertEquals(new FetchProgress("model.safetensors", 300_000, 300_000, total, total), last);
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).bytes() >= told.get(i - 1).bytes());
            assertEquals(total, told.get(i).total());
        }
    }

    @Test
    void sendsTheTokenToTheHubButNotToItsStorage() {
        try (FakeHub storage = new FakeHub()) {
            byte[] weights = hub.file("model.safetensors");
            FakeHub.Fault away = FakeHub.status(
                    302,
                    "Location",
                    storage.endpoint() + "/storage/resolve/" + COMMIT + "/model.safetensors",
                    "X-Linked-Etag",
                    "\"" + FakeHub.etag(weights) + "\"",
                    "X-Linked-Size",
                    Integer.toString(weights.length));
            hub.fail("HEAD", "model.safetensors", away);
            hub.fail("GET", "model.safetensors", away);

            hub.client(hub.settings(cache).withToken("hf_secret")).fetch(MODEL);

            assertTrue(hub.requests.stream().allMatch(r -> r.authorization().equals("Bearer hf_secret")));
            assertEquals(1, storage.requests.size(), "the size and hash are the hub's to say");
            assertEquals("null", storage.requests.get(0).authorization());
        }
    }

    @Test
    void followsARelativeRedirectOfARenamedModelWithTheToken() {
        hub.fail(
                "GET", "listing", FakeHub.status(307, "Location", "/api/models/acme/new-name/revision/main?expand=no"));
        hub.client(hub.settings(cache).withToken("hf_secret")).fetch("acme/old-name");

        assertEquals(
                "/api/models/acme/new-name/revision/main", hub.requests.get(1).path());
        assertEquals("Bearer hf_secret", hub.requests.get(1).authorization());
    }

    @Test
    void refusesARedirectThatIsNoHttpAndOneThatNeverEnds() {
        hub.fail("GET", "listing", FakeHub.status(302, "Location", "file:///etc/passwd"));
        assertMessage(
                "redirect (file:///etc/passwd) of 127.0.0.1: is no http address"
                        + "\nMaybe HF_ENDPOINT names something that is no hub.",
                hub.client(cache));
        FakeHub.Fault round = FakeHub.status(302, "Location", "/api/models/acme/tiny-ner/revision/main");
        hub.fail("GET", "listing", round, round, round, round, round, round, round, round, round, round, round);
        String endless = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(endless.contains("more than 10 redirects"), endless);
    }

    @Test
    void threadsThatFetchTheSameModelAtOnceShareOneDownload() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> fetches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                fetches.add(threads.submit(() -> hub.client(cache).fetch(MODEL)));
            }
            for (Future<Path> fetch : fetches) {
                assertEquals(
                        Set.of("config.json", "tokenizer.json", "vocab.txt", "model.safetensors"), names(fetch.get()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, hub.count("GET", "model.safetensors"));
        assertEquals(1, hub.count("GET", "config.json"));
    }

    @Test
    void namesThatLeadElsewhereAreNotEvenAskedFor() {
        for (String name :
                List.of("", "a/b/c", "../x", "a/..", "/a", "a b", "a\\b", "a--b", "x.git", "ä", "a/", "-a")) {
            String fault = FakeHub.refusal(() -> hub.client(cache).fetch(name));
            assertTrue(fault.contains("is no name of a model\nMaybe "), fault);
        }
        for (String name : List.of("", "../main", "/main", "a//b", "a\\b", "a b", "a\nb", "c:x", "a/", "v~1")) {
            String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL, name));
            assertTrue(fault.contains("is no name of a branch"), fault);
        }
        assertEquals(List.of(), hub.requests);
    }

    @Test
    void aPathInTheBaseAddressStays() {
        HubSettings mirror = hub.settings(cache).withEndpoint(URI.create(hub.endpoint() + "/mirror/"));
        String fault = FakeHub.refusal(() -> hub.client(mirror).fetch(MODEL));
        assertTrue(hub.requests.get(0).path().startsWith("/mirror/api/models/"), fault);
    }

    private void index(String weightMap) {
        hub.files.put(
                "model.safetensors.index.json",
                ("{\"weight_map\":" + weightMap + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static void assertMessage(String message, ModelHub client) {
        assertEquals(message, FakeHub.refusal(() -> client.fetch(MODEL)));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
