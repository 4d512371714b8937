package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One pass over the lines of a JSON lines file. */
final class JsonLinesPass {
    /** The most bytes that a line may have. */
    static final int MAX_LINE_BYTES = 8 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxDocumentLength(MAX_LINE_BYTES)
                            .maxTokenCount(1_000_000)
                            .maxNumberLength(100)
                            .maxStringLength(MAX_LINE_BYTES)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Utf8Lines lines;
    private final SpannedText spannedText;
    private final CorpusAssembly assembly;
    private @Nullable Boolean tagged;

    JsonLinesPass(Utf8Lines lines, SpannedText spannedText, CorpusAssembly assembly) {
        this.lines = lines;
        this.spannedText = spannedText;
        this.assembly = assembly;
    }

    void run() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                sentence(parse(line));
            }
        }
    }

    private JsonNode parse(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new CorpusException(
                    "line",
                    line,
                    lines.source() + ":" + lines.line(),
                    "it is no JSON (%s)".formatted(e.getOriginalMessage()),
                    "each line must be one whole object",
                    e);
        }
        if (!node.isObject()) {
            throw fault("line", line, "it is no JSON object", "write {\"tokens\": [...], \"tags\": [...]}");
        }
        return node;
    }

    private void sentence(JsonNode object) {
        @Nullable JsonNode tags = either(object, "tags", "ner_tags");
        @Nullable JsonNode entities = either(object, "entities", "spans");
        if ((tags == null) == (entities == null)) {
            throw fault(
                    "members",
                    object.propertyNames(),
                    tags == null ? "it has neither tags nor entities" : "it has tags and entities",
                    "write tokens with tags, or text with entities");
        }
        if (tagged != null && tagged != (tags != null)) {
            throw fault(
                    "members",
                    object.propertyNames(),
                    tagged ? "the lines before it have tags" : "the lines before it have entities",
                    "make two files of it");
        }
        tagged = tags != null;
        int document = document(object);
        if (tags != null) {
            taggedWords(object.get("tokens"), tags, document);
        } else if (entities != null) {
            labelledText(object.get("text"), entities, document);
        }
    }

    private @Nullable JsonNode either(JsonNode object, String name, String otherName) {
        if (object.has(name) && object.has(otherName)) {
            throw fault("members", object.propertyNames(), name + " and " + otherName + " are two", "keep one of them");
        }
        return object.has(name) ? object.get(name) : object.get(otherName);
    }

    private int document(JsonNode object) {
        @Nullable JsonNode document = object.get("document");
        if (document == null) {
            return 0;
        }
        if (!document.isIntegralNumber() || !document.canConvertToInt() || document.intValue() < 0) {
            throw fault("document", document, "it is no whole number from 0", "count documents from 0");
        }
        return document.intValue();
    }

    private void taggedWords(@Nullable JsonNode tokens, JsonNode tags, int document) {
        List<String> words = strings("tokens", tokens);
        List<String> read = strings("tags", tags);
        if (words.size() != read.size()) {
            throw fault("tags", read.size(), words.size() + " tokens need as many", "the line was cut");
        }
        for (String tag : read) {
            if (!Tag.isTag(tag)) {
                throw fault("tag", tag, "it is neither O nor a prefix of B I M E S with - and a type", "rename it");
            }
        }
        add(words, read, document);
    }

    private List<String> strings(String name, @Nullable JsonNode array) {
        if (array == null || !array.isArray()) {
            throw fault(name, array == null ? "missing" : array, "it is no list of texts", "write a JSON array");
        }
        List<String> texts = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (!element.isString()) {
                throw fault(
                        "element",
                        element,
                        "it is no text, as those of " + name + " must be",
                        "write names, not numbers");
            }
            texts.add(assembly.shared(element.stringValue()));
        }
        return texts;
    }

    private void labelledText(@Nullable JsonNode text, JsonNode entities, int document) {
        if (text == null || !text.isString()) {
            throw fault("text", text == null ? "missing" : text, "it is no text", "entities need the text they are in");
        }
        if (!entities.isArray()) {
            throw fault("entities", entities, "they are no list", "write a JSON array");
        }
        List<SpannedText.Labelled> labelled = new ArrayList<>();
        for (JsonNode entity : entities) {
            labelled.add(labelled(entity));
        }
        List<WordSplitter.Word> words = WordSplitter.split(text.stringValue());
        List<EntitySpan> spans = spannedText.inWords(text.stringValue(), words, labelled, lines.line());
        List<String> tags = TagScheme.BIO.tags(spans, words.size());
        add(words.stream().map(word -> assembly.shared(word.text())).toList(), tags, document);
    }

    private SpannedText.Labelled labelled(JsonNode entity) {
        JsonNode start = entity.path("start");
        JsonNode end = entity.path("end");
        JsonNode label = entity.path("label");
        if (!start.isIntegralNumber()
                || !start.canConvertToLong()
                || !end.isIntegralNumber()
                || !end.canConvertToLong()) {
            throw fault(
                    "entity", entity, "it has no whole numbers start and end", "write {\"start\": 0, \"end\": 3, …}");
        }
        if (!label.isString() || label.stringValue().isEmpty() || !Tag.isTag("B-" + label.stringValue())) {
            throw fault("entity", entity, "its label is no text of 1 to 198 characters", "write \"label\": \"PER\"");
        }
        return new SpannedText.Labelled(start.longValue(), end.longValue(), label.stringValue());
    }

    private void add(List<String> words, List<String> tags, int document) {
        if (words.isEmpty()) {
            return;
        }
        if (words.size() > Sentence.MAX_WORDS) {
            throw fault("words", words.size(), "more than " + Sentence.MAX_WORDS, "split the sentence");
        }
        for (String word : words) {
            String fault = Sentence.faultOfWord(word);
            if (fault != null) {
                throw fault("word", word, fault, "drop it together with its tag");
            }
        }
        assembly.add(words, tags, Collections.nCopies(words.size(), lines.line()), document);
    }

    private CorpusException fault(String subject, Object value, String rule, String advice) {
        return CorpusException.at(lines.source(), lines.line(), subject, value, rule, advice);
    }
}
