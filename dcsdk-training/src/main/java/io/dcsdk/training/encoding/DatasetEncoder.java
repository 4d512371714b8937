package io.dcsdk.training.encoding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Turns sentences and their tags into an {@link EncodedDataset}. Immutable; what it makes depends on tokenizer, labels,
 * alignment, windows and data alone, neither on the number of threads nor on the cache.
 */
public final class DatasetEncoder {
    /** Sentences that one thread takes at a time: enough to share the words they have in common. */
    private static final int CHUNK = 256;

    private final SubwordTokenizer tokenizer;
    private final List<String> labels;
    private final WindowPolicy windows;
    private final LabelAlignment alignment;
    private final int threads;
    private final @Nullable Path cache;

    private DatasetEncoder(
            SubwordTokenizer tokenizer,
            List<String> labels,
            WindowPolicy windows,
            LabelAlignment alignment,
            int threads,
            @Nullable Path cache) {
        this.tokenizer = tokenizer;
        this.labels = labels;
        this.windows = windows;
        this.alignment = alignment;
        this.threads = threads;
        this.cache = cache;
    }

    /**
     * An encoder that labels first sub-words, on one thread, without a cache.
     *
     * @param tokenizer cuts the words; it stays the caller's to close
     * @param labels the tags that may occur, in the order of the model's outputs; no two equal
     * @param windows how long a row may be and how longer sentences are cut
     * @return an encoder
     * @throws EncodingException if two labels are equal or there is none
     */
    public static DatasetEncoder of(SubwordTokenizer tokenizer, List<String> labels, WindowPolicy windows) {
        List<String> copy = List.copyOf(labels);
        if (copy.isEmpty() || copy.stream().distinct().count() < copy.size()) {
            throw new EncodingException(
                    "labels (%s) of a data set: there is none, or two are equal\nMaybe list each tag once."
                            .formatted(copy));
        }
        return new DatasetEncoder(tokenizer, copy, windows, LabelAlignment.FIRST_SUBWORD, 1, null);
    }

    /**
     * The same encoder with another alignment.
     *
     * @param newAlignment which sub-words carry labels
     * @return a changed encoder
     */
    public DatasetEncoder withAlignment(LabelAlignment newAlignment) {
        return new DatasetEncoder(tokenizer, labels, windows, newAlignment, threads, cache);
    }

    /**
     * The same encoder on more threads.
     *
     * @param newThreads how many, at least 1
     * @return a changed encoder
     * @throws EncodingException if it is less than 1
     */
    public DatasetEncoder withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new EncodingException(
                    "threads (%d) of an encoder: less than one\nMaybe use the number of cores.".formatted(newThreads));
        }
        return new DatasetEncoder(tokenizer, labels, windows, alignment, newThreads, cache);
    }

    /**
     * The same encoder with a cache on disk: what was encoded once is read again next time. A file there is trusted only
     * if its digest and all its figures are right; otherwise a warning is logged and it is written anew.
     *
     * @param folder where the files lie; made if it is not there
     * @return a changed encoder
     */
    public DatasetEncoder withCache(Path folder) {
        return new DatasetEncoder(tokenizer, labels, windows, alignment, threads, folder);
    }

    /**
     * Encodes sentences with their tags.
     *
     * @param words the words of each sentence
     * @param tags a tag for each word
     * @return rows with labels
     * @throws EncodingException if tags are missing or not among the labels, or the cache cannot be written
     */
    public EncodedDataset encode(List<? extends List<String>> words, List<? extends List<String>> tags) {
        return cached(words, labelIndices(words, tags), tags);
    }

    /**
     * Encodes sentences that nobody has tagged.
     *
     * @param words the words of each sentence
     * @return rows whose labels are all {@link EncodedDataset#IGNORED}
     * @throws EncodingException if the cache cannot be written
     */
    public EncodedDataset encode(List<? extends List<String>> words) {
        return cached(words, null, null);
    }

    private int[][] labelIndices(List<? extends List<String>> words, List<? extends List<String>> tags) {
        if (words.size() != tags.size()) {
            throw new EncodingException("sentences (%d) with tags: there are %d with words\nMaybe the two come from "
                            .formatted(tags.size(), words.size())
                    + "different files.");
        }
        Map<String, Integer> indexOf = new HashMap<>();
        for (String label : labels) {
            indexOf.put(label, indexOf.size());
        }
        int[][] all = new int[words.size()][];
        for (int s = 0; s < all.length; s++) {
            List<String> sentence = tags.get(s);
            if (sentence.size() != words.get(s).size()) {
                throw new EncodingException(
                        "tags (%d) of sentence %d: it has %d words\nMaybe a column is missing there."
                                .formatted(sentence.size(), s + 1, words.get(s).size()));
            }
            all[s] = new int[sentence.size()];
            for (int w = 0; w < sentence.size(); w++) {
                Integer label = indexOf.get(sentence.get(w));
                if (label == null) {
                    throw new EncodingException(
                            "tag (%s) of word %d (%s) in sentence %d: is none of %s\nMaybe take the "
                                            .formatted(
                                                    sentence.get(w),
                                                    w + 1,
                                                    words.get(s).get(w),
                                                    s + 1,
                                                    labels)
                                    + "labels from all files that are read.");
                }
                all[s][w] = label;
            }
        }
        return all;
    }

    private EncodedDataset cached(
            List<? extends List<String>> words,
            int @Nullable [][] labelIndices,
            @Nullable List<? extends List<String>> tags) {
        if (cache == null) {
            return new EncodedDataset(encodeAll(words, labelIndices), labels);
        }
        String key = EncodingKey.of(tokenizer.digest(), labels, windows, alignment, words, tags);
        EncodingCache file = new EncodingCache(cache, key);
        TokenRows rows = file.read(words, tokenizer.vocabularySize(), labels.size(), windows.maxLength());
        if (rows == null) {
            rows = encodeAll(words, labelIndices);
            file.write(rows);
        }
        return new EncodedDataset(rows, labels);
    }

    private TokenRows encodeAll(List<? extends List<String>> words, int @Nullable [][] labelIndices) {
        int chunks = (words.size() + CHUNK - 1) / CHUNK;
        TokenRows all = new TokenRows();
        if (threads == 1 || chunks < 2) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                encodeChunk(words, labelIndices, chunk, all);
            }
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, chunks), work -> {
                Thread thread = new Thread(work, "dcsdk-encoder");
                thread.setDaemon(true);
                return thread;
            });
            try {
                List<Future<TokenRows>> parts = new ArrayList<>(chunks);
                for (int c = 0; c < chunks; c++) {
                    int chunk = c;
                    parts.add(pool.submit(() -> encodeChunk(words, labelIndices, chunk, new TokenRows())));
                }
                for (Future<TokenRows> part : parts) {
                    all.append(result(part));
                }
            } finally {
                pool.shutdownNow();
            }
        }
        all.trim();
        return all;
    }

    private static TokenRows result(Future<TokenRows> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread was interrupted while it waited for encoded sentences");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private TokenRows encodeChunk(
            List<? extends List<String>> words, int @Nullable [][] labelIndices, int chunk, TokenRows rows) {
        int first = chunk * CHUNK;
        List<? extends List<String>> sentences = words.subList(first, Math.min(words.size(), first + CHUNK));
        List<Subwords> encoded = tokenizer.encodeWords(sentences);
        int[] continuations = alignment.continuations(labels);
        int open = tokenizer.specialTokens().first().id();
        int close = tokenizer.specialTokens().last().id();
        for (int s = 0; s < encoded.size(); s++) {
            rows.beginSentence(sentences.get(s).size());
            Subwords subwords = encoded.get(s);
            Windows cut = Windows.over(subwords, windows);
            for (int window = 0; window < cut.count(); window++) {
                rows.beginRow(cut.to(window) - cut.from(window) + WindowPolicy.SPECIALS);
                rows.add(open, EncodedDataset.IGNORED, TextEncoding.NO_WORD);
                for (int i = cut.from(window); i < cut.to(window); i++) {
                    int word = subwords.wordIndex()[i];
                    boolean starts = i == 0 || subwords.wordIndex()[i - 1] != word;
                    boolean speaks = cut.count() == 1 || cut.windowOf(i) == window;
                    int label = EncodedDataset.IGNORED;
                    if (speaks && labelIndices != null) {
                        label = labelIndices[first + s][word];
                        label = starts ? label : continuations[label];
                    }
                    rows.add(subwords.ids()[i], label, starts && speaks ? word : -2 - word);
                }
                rows.add(close, EncodedDataset.IGNORED, TextEncoding.NO_WORD);
            }
        }
        return rows;
    }
}
