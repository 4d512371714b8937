package io.dcsdk.training.engine;

import ai.djl.engine.EngineException;
import io.dcsdk.training.encoding.EncodingException;
import io.dcsdk.training.encoding.SpecialTokens;
import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.encoding.Subwords;
import io.dcsdk.training.encoding.TextEncoding;
import io.dcsdk.training.encoding.TokenizerFolder;
import io.dcsdk.training.encoding.TokenizerJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sub-words by the native HuggingFace tokenizers library that DJL brings.
 *
 * <p>In a list of words the library normalises, splits and encodes each word by itself; so the sub-words of a sentence are
 * those of its words, one after the other, and each distinct word need be encoded only once. The words seen are
 * remembered (at most 262,144, each of at most 64 characters), and the unseen ones of a whole batch go to the library in
 * one call.
 */
public final class HuggingFaceSubwords implements SubwordTokenizer {
    private static final int REMEMBERED = 1 << 18;
    private static final int LONGEST_REMEMBERED = 64;

    /** Marks a word that has no ids yet; a word without sub-words has another empty array. */
    private static final int[] NOT_YET = new int[0];

    private final TokenizerJson json;
    private final NativeTokenizer texts;
    private final NativeTokenizer words;
    private final SpecialTokens special;
    private final Map<String, int[]> known = new ConcurrentHashMap<>();

    private HuggingFaceSubwords(TokenizerJson json, NativeTokenizer texts, NativeTokenizer words) {
        this.json = json;
        this.texts = texts;
        this.words = words;
        TextEncoding nothing = texts.encodeText("");
        if (nothing.size() != 2 || !nothing.isSpecial(0) || !nothing.isSpecial(1)) {
            throw new EncodingException(
                    "post_processor of %s: adds %d special tokens around a text where two belong\nMaybe save the tokenizer again with transformers."
                            .formatted(json.owner(), nothing.size()));
        }
        this.special = json.specialTokens(nothing.id(0), nothing.id(1));
    }

    /**
     * Opens the tokenizer of a model that labels texts: texts are encoded as the folder says.
     *
     * @param folder a HuggingFace folder with tokenizer.json, or vocab.txt, or vocab.json and merges.txt
     * @return a tokenizer to close
     * @throws EncodingException if the folder has no usable tokenizer
     */
    public static HuggingFaceSubwords open(Path folder) {
        return of(TokenizerFolder.read(folder));
    }

    /**
     * Opens the tokenizer of a model that will be trained on lists of words and saved: for byte-level vocabularies texts
     * too are encoded as if a space stood before them, so that the trained model sees first words as it learnt them. For
     * others the same as {@link #open}.
     *
     * @param folder a HuggingFace folder with tokenizer.json, or vocab.txt, or vocab.json and merges.txt
     * @return a tokenizer to close
     * @throws EncodingException if the folder has no usable tokenizer
     */
    public static HuggingFaceSubwords openForTraining(Path folder) {
        return of(TokenizerFolder.read(folder).forWordLists());
    }

    /**
     * A tokenizer from its description.
     *
     * @param json what tokenizer.json says
     * @return a tokenizer to close
     * @throws EncodingException if the native library refuses the description, or special tokens are missing
     * @throws IllegalStateException if the native library cannot be loaded on this machine
     */
    public static HuggingFaceSubwords of(TokenizerJson json) {
        TokenizerJson forWords = json.forWordLists();
        NativeTokenizer texts = load(json);
        NativeTokenizer words = texts;
        try {
            words = forWords == json ? texts : load(forWords);
            return new HuggingFaceSubwords(json, texts, words);
        } catch (RuntimeException e) {
            texts.close();
            words.close();
            throw e;
        }
    }

    private static NativeTokenizer load(TokenizerJson json) {
        try {
            return new NativeTokenizer(json.text(), json.owner());
        } catch (EngineException e) {
            throw new IllegalStateException("the native tokenizers library cannot be loaded: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new EncodingException(
                    "content of %s: is no tokenizer that the tokenizers library can load (%s)\nMaybe it was written by a newer version."
                            .formatted(json.owner(), e.getMessage()),
                    e);
        }
    }

    @Override
    public List<Subwords> encodeWords(List<? extends List<String>> sentences) {
        List<int[][]> parts = new ArrayList<>(sentences.size());
        Map<String, int[]> unseen = new LinkedHashMap<>();
        boolean complete = true;
        for (List<String> sentence : sentences) {
            int[][] ids = new int[sentence.size()][];
            int at = 0;
            for (String word : sentence) {
                int[] found = known.get(word);
                if (found == null) {
                    unseen.put(word, NOT_YET);
                    complete = false;
                    found = NOT_YET;
                }
                ids[at++] = found;
            }
            parts.add(ids);
        }
        if (!complete) {
            encodeUnseen(unseen);
        }
        List<Subwords> encoded = new ArrayList<>(parts.size());
        for (int s = 0; s < parts.size(); s++) {
            encoded.add(joined(sentences.get(s), parts.get(s), unseen));
        }
        return encoded;
    }

    private void encodeUnseen(Map<String, int[]> unseen) {
        List<String> list = List.copyOf(unseen.keySet());
        int[][] ids = words.encodeWords(list);
        if (known.size() + ids.length > REMEMBERED) {
            known.clear();
        }
        for (int i = 0; i < ids.length; i++) {
            unseen.put(list.get(i), ids[i]);
            if (list.get(i).length() <= LONGEST_REMEMBERED && i < REMEMBERED) {
                known.put(list.get(i), ids[i]);
            }
        }
    }

    private static Subwords joined(List<String> sentence, int[][] parts, Map<String, int[]> unseen) {
        int size = 0;
        int at = 0;
        for (String word : sentence) {
            if (parts[at] == NOT_YET) {
                parts[at] = unseen.getOrDefault(word, NOT_YET);
            }
            size += parts[at++].length;
        }
        int[] ids = new int[size];
        int[] wordIndex = new int[size];
        int filled = 0;
        for (int word = 0; word < parts.length; word++) {
            int length = parts[word].length;
            System.arraycopy(parts[word], 0, ids, filled, length);
            Arrays.fill(wordIndex, filled, filled + length, word);
            filled += length;
        }
        return Subwords.of(ids, wordIndex);
    }

    @Override
    public List<TextEncoding> encodeTexts(List<String> all) {
        return all.stream().map(texts::encodeText).toList();
    }

    @Override
    public SpecialTokens specialTokens() {
        return special;
    }

    @Override
    public int vocabularySize() {
        return json.vocabularySize();
    }

    @Override
    public String token(int id) {
        return json.token(id);
    }

    @Override
    public Optional<String> continuationPrefix() {
        return json.continuationPrefix();
    }

    @Override
    public String join(List<String> tokens) {
        return json.join(tokens);
    }

    @Override
    public byte[] tokenizerJson() {
        return json.bytes();
    }

    @Override
    public byte[] tokenizerConfigJson(int maxLength) {
        return json.configBytes(special, maxLength);
    }

    @Override
    public OptionalInt maxLength() {
        return json.maxLength();
    }

    @Override
    public String digest() {
        return json.digest();
    }

    @Override
    public void close() {
        known.clear();
        texts.close();
        words.close();
    }
}
