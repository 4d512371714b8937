package io.dcsdk.training.hub;

import static io.dcsdk.training.hub.FakeHub.COMMIT;
import static io.dcsdk.training.hub.FakeHub.MODEL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that breaks, and a server that sends what was not asked for. */
final class BrokenTransfersTest {
    private static final String WEIGHTS = "model.safetensors";

    @TempDir
    Path cache;

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aTruncatedBodyIsGoneOnWithWhereItBroke() throws IOException {
        hub.fail("GET", WEIGHTS, FakeHub.truncated(100_000));
        assertWeights(hub.client(cache).fetch(MODEL));

        assertEquals(List.of("null", "bytes=100000-"), ranges());
        assertEquals(200_000, servedOfWeights());
        assertEquals(List.of(Duration.ofSeconds(1)), hub.pauses);
    }

    @Test
    void aFetchThatGaveUpIsGoneOnWithByTheNext() throws IOException {
        hub.fail(
                "GET",
                WEIGHTS,
                FakeHub.truncated(250_000),
                FakeHub.status(503),
                FakeHub.status(500),
                FakeHub.status(502));
        assertFault("file (model.safetensors) of acme/tiny-ner@main: 4 attempts failed, at last: HTTP 502"
                + "\nMaybe fetch it again later: what was fetched and is sound is kept.");
        assertEquals(250_000, Files.size(partial()));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), hub.pauses);
        assertFalse(Files.exists(cache.resolve("models--acme--tiny-ner/refs/main")));

        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(50_000, servedOfWeights());
        assertFalse(Files.exists(partial()));
    }

    @Test
    void aServerWithoutRangesStartsAgain() throws IOException {
        hub.ranges = false;
        hub.fail("GET", WEIGHTS, FakeHub.truncated(100_000));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("null", "bytes=100000-"), ranges());
        assertEquals(300_000, servedOfWeights());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 99999-299999/300000",
                "bytes 100000-299998/300000",
                "bytes 100000-299999/300001",
                "bytes */300000",
                "octets 100000-299999/300000",
                "bytes 99999999999999999999-1/1"
            })
    void aRangeThatWasNotAskedForIsNotTaken(String contentRange) throws IOException {
        hub.fail("GET", WEIGHTS, FakeHub.truncated(100_000), (exchange, content) -> {
            exchange.getResponseHeaders().set("Content-Range", contentRange);
            exchange.sendResponseHeaders(206, 200_000);
            exchange.getResponseBody().write(content, 99_999, 200_000);
        });
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("null", "bytes=100000-", "null"), ranges());
    }

    @Test
    void aRangeThatCannotBeSatisfiedStartsAgain() throws IOException {
        hub.fail("GET", WEIGHTS, FakeHub.truncated(100_000), FakeHub.status(416));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("null", "bytes=100000-", "null"), ranges());
    }

    @Test
    void wrongBytesAreThrownAwayAndFetchedAgain() throws IOException {
        hub.fail("GET", WEIGHTS, FakeHub.body(FakeHub.bytes(300_000, 8)));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("null", "null"), ranges());
    }

    @Test
    void bytesThatStayWrongFailAndLeaveNothingBehind() {
        FakeHub.Fault wrong = FakeHub.body(FakeHub.bytes(300_000, 8));
        hub.fail("GET", WEIGHTS, wrong, wrong, wrong, wrong);
        assertFault("file (model.safetensors) of acme/tiny-ner@main: 4 attempts failed, at last: its SHA-256 is not the"
                + " announced " + FakeHub.etag(hub.file(WEIGHTS))
                + "\nMaybe fetch it again later: what was fetched and is sound is kept.");
        assertFalse(Files.exists(partial()));
        assertFalse(Files.exists(cache.resolve("models--acme--tiny-ner/snapshots/" + COMMIT + "/" + WEIGHTS)));
    }

    @Test
    void wrongBytesOfASmallFileAreSeenByItsGitHash() throws IOException {
        byte[] other = hub.file("config.json").clone();
        other[3] ^= 1;
        hub.fail("GET", "config.json", FakeHub.body(other));
        Path folder = hub.client(cache).fetch(MODEL);
        assertArrayEquals(hub.file("config.json"), Files.readAllBytes(folder.resolve("config.json")));
        assertEquals(2, hub.count("GET", "config.json"));
    }

    @Test
    void aPartialFileOfAnotherContentIsFoundOut() throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), FakeHub.bytes(1_000, 9));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("bytes=1000-", "null"), ranges());

        Files.delete(partial().resolveSibling(FakeHub.etag(hub.file(WEIGHTS))));
        Files.write(partial(), FakeHub.bytes(300_001, 9));
        assertWeights(hub.client(cache).fetch(MODEL));
    }

    @Test
    void aPartialFileThatIsCompleteNeedsNoRequest() throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), hub.file(WEIGHTS));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of(), ranges());
    }

    @Test
    void moreBytesThanAnnouncedAreNotTaken() throws IOException {
        hub.fail("GET", WEIGHTS, FakeHub.body(Arrays.copyOf(hub.file(WEIGHTS), 400_000)));
        assertWeights(hub.client(cache).fetch(MODEL));
        assertEquals(List.of("null", "null"), ranges());
    }

    @Test
    void aBusyServerIsGivenTheTimeItAsksFor() throws IOException {
        hub.fail(
                "GET",
                "listing",
                FakeHub.status(429, "Retry-After", "17"),
                FakeHub.status(503, "Retry-After", "99999"),
                FakeHub.status(503, "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"));
        hub.client(cache).fetch(MODEL);
        assertEquals(List.of(Duration.ofSeconds(17), Duration.ofSeconds(120), Duration.ofSeconds(4)), hub.pauses);
    }

    @Test
    void aConnectionThatIsHungUpIsTriedAgain() throws IOException {
        hub.fail("HEAD", WEIGHTS, (exchange, content) -> {
            throw new IOException("hang up without an answer");
        });
        assertWeights(hub.client(cache).fetch(MODEL));
        // The client asks again by itself where a connection ends before any answer.
        assertEquals(2, hub.count("HEAD", WEIGHTS));
    }

    @Test
    void aServerThatStopsSendingIsGivenUpOn() throws IOException {
        hub.fail("GET", WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 70_000);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        HubSettings impatient = hub.settings(cache).withPatience(Duration.ofSeconds(5), Duration.ofMillis(300), 4);
        assertWeights(hub.client(impatient).fetch(MODEL));
        assertEquals(List.of("null", "bytes=70000-"), ranges());
    }

    @Test
    void theStorageOfTheHubMayHaveForgottenASignedAddress() throws IOException {
        try (FakeHub storage = new FakeHub()) {
            String there = storage.endpoint() + "/s/resolve/" + COMMIT + "/" + WEIGHTS;
            storage.fail("GET", WEIGHTS, FakeHub.status(403));
            hub.fail("GET", WEIGHTS, FakeHub.status(302, "Location", there));
            assertWeights(hub.client(cache).fetch(MODEL));
        }
        assertEquals(1, hub.pauses.size());
    }

    @Test
    void anInterruptedThreadStopsAndStaysInterrupted() {
        FakeHub.Fault busy = FakeHub.status(503);
        hub.fail("GET", "listing", busy);
        ModelHub client = new ModelHub(hub.settings(cache), progress -> {}, pause -> {
            throw new InterruptedException();
        });
        String fault = FakeHub.refusal(() -> client.fetch(MODEL));
        assertEquals(
                "listing of acme/tiny-ner@main: interrupted\nMaybe fetch it again: what was fetched so far is kept.",
                fault);
        assertTrue(Thread.interrupted());
    }

    private void assertFault(String message) {
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertEquals(message, fault);
    }

    private void assertWeights(Path folder) throws IOException {
        assertArrayEquals(hub.file(WEIGHTS), Files.readAllBytes(folder.resolve(WEIGHTS)));
    }

    private Path partial() {
        return cache.resolve("models--acme--tiny-ner/blobs/" + FakeHub.etag(hub.file(WEIGHTS)) + ".incomplete");
    }

    private List<String> ranges() {
        return hub.requests.stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().endsWith("/" + WEIGHTS))
                .map(FakeHub.Request::range)
                .toList();
    }

    /** Bytes of the weights that went over the network in whole answers. */
    private long servedOfWeights() {
        return hub.bytesServed.get()
                - hub.file("config.json").length
                - hub.file("tokenizer.json").length
                - hub.file("vocab.txt").length;
    }
}
