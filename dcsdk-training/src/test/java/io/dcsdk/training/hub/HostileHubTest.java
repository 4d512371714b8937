package io.dcsdk.training.hub;

import static io.dcsdk.training.hub.FakeHub.COMMIT;
import static io.dcsdk.training.hub.FakeHub.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that names what no hub may name, or says nothing useful, or no. */
final class HostileHubTest {
    private static final String WEIGHTS = "model.safetensors";

    @TempDir
    Path cache;

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../config.json",
                "a/../../b",
                "/etc/passwd",
                "..\\\\config.json",
                "C:/x",
                "a//b",
                "./a",
                "",
                "a\\u0000b",
                "a/..",
                "a\\nb"
            })
    void aListingThatNamesAHostileFileIsRefused(String name) {
        hub.listing = "{\"sha\":\"" + COMMIT + "\",\"siblings\":[{\"rfilename\":\"config.json\"},{\"rfilename\":\""
                + name + "\"},{\"rfilename\":\"model.safetensors\"}]}";
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(
                fault.startsWith("listing of acme/tiny-ner@main: names a file that would lead out of its folder ("),
                fault);
        assertEquals(1, hub.requests.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"../model.safetensors\"",
                "\"/model.safetensors\"",
                "\"a\\\\b.safetensors\"",
                "\"sub/model.safetensors\"",
                "\"pytorch_model.bin\"",
                "\"..safetensors\"",
                "\"a..b.safetensors\"",
                "17",
                "null"
            })
    void anIndexThatNamesAHostileShardIsRefused(String shard) {
        hub.files.remove(WEIGHTS);
        hub.files.put(
                "model.safetensors.index.json",
                ("{\"weight_map\":{\"a\":" + shard + "}}").getBytes(StandardCharsets.UTF_8));
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(
                fault.contains("names a shard that is no plain file name ending in .safetensors ("
                        + shard.replace("\\\\", "\\\\")),
                fault);
    }

    @Test
    void anIndexWithoutShardsOrWithAMissingOneIsRefused() {
        hub.files.remove(WEIGHTS);
        hub.files.put("model.safetensors.index.json", "{\"weight_map\":{}}".getBytes(StandardCharsets.UTF_8));
        assertFault("model.safetensors.index.json of acme/tiny-ner@main: has no tensor in \"weight_map\""
                + "\nMaybe HF_ENDPOINT names something that is no hub.");
        hub.files.put(
                "model.safetensors.index.json",
                "{\"weight_map\":{\"a\":\"model-9.safetensors\"}}".getBytes(StandardCharsets.UTF_8));
        String fault = FakeHub.refusal(() -> hub.client(cache.resolve("other")).fetch(MODEL));
        assertEquals(
                "file (model-9.safetensors) of acme/tiny-ner@main: named by model.safetensors.index.json but not in the"
                        + " listing\nMaybe another revision has it.",
                fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"siblings\":[]}",
                "{\"sha\":\"main\",\"siblings\":[]}",
                "{\"sha\":\"../../../../../../../../../../../../../etc\",\"siblings\":[]}",
                "{\"sha\":42,\"siblings\":[]}",
                "{\"sha\":\"" + COMMIT + "\"}",
                "{\"sha\":\"" + COMMIT + "\",\"siblings\":[{\"name\":\"config.json\"}]}",
                "{\"sha\":\"" + COMMIT + "\",\"siblings\":[17]}",
                "{\"sha\":\"" + COMMIT + "\",\"sha\":\"" + COMMIT + "\",\"siblings\":[]}",
                "{\"sha\":\"" + COMMIT + "\",\"siblings\":[]} x",
                "[]",
                "<html>a portal</html>",
                " "
            })
    void aListingThatIsNoneIsRefused(String listing) {
        hub.listing = listing;
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(fault.endsWith("\nMaybe HF_ENDPOINT names something that is no hub."), fault);
        assertEquals(1, hub.requests.size());
    }

    @Test
    void aListingOfAnotherCommitIsRefused() {
        String asked = "f".repeat(40);
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL, asked));
        assertTrue(fault.contains("is of another commit (" + COMMIT + ")"), fault);
    }

    @Test
    void hugeDocumentsAreCutOff() {
        hub.fail("GET", "listing", (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            while (true) { // until the client hangs up
                exchange.getResponseBody().write(blanks);
            }
        });
        assertFault("listing of acme/tiny-ner@main: is larger than 8388608 bytes"
                + "\nMaybe HF_ENDPOINT names something that is no hub.");

        hub.fail("HEAD", "config.json", announced("\"" + "a".repeat(40) + "\"", "8388609"));
        assertFault("file (config.json) of acme/tiny-ner@main: has 8388609 bytes, more than the allowed 8388608"
                + "\nMaybe HF_ENDPOINT names something that is no hub.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"../../evil\"", "\"d41d8cd98f00b204e9800998ecf8427e\"", "W/\"abc\""})
    void aFileWithoutAHashIsRefused(String tag) {
        hub.fail("HEAD", "config.json", announced(tag, "5"));
        assertFault("file (config.json) of acme/tiny-ner@main: comes without a hash in X-Linked-Etag or ETag (" + tag
                + ")\nMaybe HF_ENDPOINT names something that is no hub.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "ten", "9999999999999999999"})
    void aFileWithoutASizeIsRefused(String size) {
        hub.fail(
                "HEAD",
                "config.json",
                FakeHub.status(
                        302,
                        "Location",
                        "http://127.0.0.2:1/",
                        "X-Linked-Etag",
                        "a".repeat(40),
                        "X-Linked-Size",
                        size));
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(fault.contains("comes without a size in X-Linked-Size or Content-Length (" + size + ")"));
    }

    @Test
    void aFileOfAnotherCommitIsRefused() {
        hub.fail("HEAD", "config.json", FakeHub.status(200, "X-Repo-Commit", "e".repeat(40)));
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertTrue(fault.contains("is of another commit (eeee"), fault);
    }

    @Test
    void refusalsSayWhatToDo() {
        String model = "model (acme/tiny-ner) of " + hub.endpoint() + ": ";
        hub.fail(
                "GET",
                "listing",
                FakeHub.status(401, "X-Error-Code", "GatedRepo", "X-Error-Message", "Access is restricted."),
                FakeHub.status(404, "X-Error-Code", "RepoNotFound"),
                FakeHub.status(404, "X-Error-Code", "RevisionNotFound"),
                FakeHub.status(400),
                FakeHub.status(403));
        assertFault(
                model + "access refused (HTTP 401, Access is restricted.)\nMaybe the name is misspelt, or the model is"
                        + " private or gated: set HF_TOKEN to a token that may read it.");
        assertFault(model + "not there (HTTP 404, RepoNotFound)\nMaybe the name or the revision is misspelt"
                + " (organisation/name), or the model is private: set HF_TOKEN to a token that may read it.");
        assertFault("revision (main) of acme/tiny-ner: not at " + hub.endpoint()
                + " (HTTP 404, RevisionNotFound)\nMaybe it is misspelt: main is the usual one.");
        assertFault(model + "refused (HTTP 400)\nMaybe HF_ENDPOINT names something that is no hub.");
        String fault = FakeHub.refusal(
                () -> hub.client(hub.settings(cache).withToken("hf_secret")).fetch(MODEL));
        assertEquals(
                model
                        + "access refused (HTTP 403)\nMaybe the name is misspelt, or the token in HF_TOKEN may not read it:"
                        + " it is private, or gated and its terms are to be accepted on its page first.",
                fault);
        assertEquals(List.of(), hub.pauses);
    }

    @Test
    void aModelWithoutSafetensorsSaysWhatItHas() {
        hub.files.remove(WEIGHTS);
        assertFault("file (model.safetensors) of acme/tiny-ner@main: not in its listing, which has pytorch_model.bin"
                + "\nMaybe convert the weights to safetensors first.");
        hub.files.remove("config.json");
        assertFault("file (config.json) of acme/tiny-ner@main: not in its listing"
                + "\nMaybe this is no transformers model: choose one that has it.");
    }

    private static FakeHub.Fault announced(String tag, String size) {
        return FakeHub.status(200, "ETag", tag, "Content-Length", size);
    }

    private void assertFault(String message) {
        String fault = FakeHub.refusal(() -> hub.client(cache).fetch(MODEL));
        assertEquals(message, fault);
    }
}
