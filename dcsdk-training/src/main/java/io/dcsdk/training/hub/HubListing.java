package io.dcsdk.training.hub;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the hub says a revision holds: the commit it stands for, and the names of its files. */
record HubListing(String commit, Set<String> files) {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static HubListing parse(byte[] json, ModelReference model) {
        JsonNode root = tree(json, "listing", model);
        String commit = root.path("sha").asString("");
        if (!ModelReference.isCommit(commit)) {
            throw fault("listing", model, "says no commit in \"sha\" (" + HubException.quoted(commit) + ")");
        }
        if (model.isPinned() && !commit.equals(model.revision())) {
            throw fault("listing", model, "is of another commit (" + commit + ")");
        }
        JsonNode siblings = root.path("siblings");
        if (!siblings.isArray()) {
            throw fault("listing", model, "has no array \"siblings\"");
        }
        Set<String> files = new LinkedHashSet<>();
        for (JsonNode sibling : siblings) {
            JsonNode name = sibling.path("rfilename");
            if (!name.isString() || !RemoteName.isSafe(name.stringValue())) {
                throw fault(
                        "listing",
                        model,
                        "names a file that would lead out of its folder (" + HubException.quoted(name.toString())
                                + ")");
            }
            files.add(name.stringValue());
        }
        return new HubListing(commit, files);
    }

    /** Reads a document that came from the hub. */
    static JsonNode tree(byte[] json, String what, ModelReference model) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new HubException(
                    what + " (" + json.length + " bytes) of " + model + ": is no JSON ("
                            + HubException.quoted(broken.getOriginalMessage())
                            + ")\nMaybe HF_ENDPOINT names something that is no hub.",
                    broken);
        }
        if (root == null || !root.isObject()) {
            throw fault(what, model, "is no JSON object");
        }
        return root;
    }

    static HubException fault(String what, ModelReference model, String rule) {
        return new HubException(
                what + " of " + model + ": " + rule + "\nMaybe HF_ENDPOINT names something that is no hub.");
    }
}
