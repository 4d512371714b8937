package io.dcsdk.training.engine;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.dcsdk.training.encoding.TextEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A tokenizer of the native library, which frees it only when no call is in it.
 *
 * <p>DJL's own {@code HuggingFaceTokenizer} is passed by: it truncates at 512 tokens unless told otherwise, changes the text
 * before it encodes it, reports usage over the network, fetches a dozen arrays and objects for each encoding where two are
 * needed, and has no batch of word lists.
 */
final class NativeTokenizer implements AutoCloseable {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final TokenizersLibrary library;
    private final String owner;
    private long handle;

    NativeTokenizer(String json, String owner) {
        this.library = library();
        this.owner = owner;
        this.handle = library.createTokenizerFromString(json);
    }

    /** The library, loaded on first use. */
    private static TokenizersLibrary library() {
        // On a machine with a GPU, DJL would otherwise download a tokenizer library for CUDA, which encodes the same.
        if (System.getenv("RUST_FLAVOR") == null && System.getProperty("RUST_FLAVOR") == null) {
            System.setProperty("RUST_FLAVOR", "cpu");
        }
        LibUtils.checkStatus();
        return TokenizersLibrary.LIB;
    }

    /** The sub-words of each word. The library encodes the words of a list one by one, so company changes nothing. */
    int[][] encodeWords(List<String> words) {
        String[] list = new String[words.size()];
        for (int i = 0; i < list.length; i++) {
            list[i] = wellFormed(words.get(i));
        }
        long[] ids;
        long[] owners;
        enter();
        try {
            long encoding = library.encodeList(handle, list, false);
            try {
                ids = library.getTokenIds(encoding);
                owners = library.getWordIds(encoding);
            } finally {
                library.deleteEncoding(encoding);
            }
        } finally {
            lock.readLock().unlock();
        }
        int[][] parts = new int[list.length][];
        int start = 0;
        for (int word = 0; word < parts.length; word++) {
            int end = start;
            while (end < ids.length && owners[end] == word) {
                end++;
            }
            parts[word] = ints(ids, start, end);
            start = end;
        }
        if (start != ids.length) {
            throw new IllegalStateException("the tokenizer library returned sub-words out of order");
        }
        return parts;
    }

    TextEncoding encodeText(String text) {
        String clean = wellFormed(text);
        enter();
        try {
            long encoding = library.encode(handle, clean, true);
            try {
                return toEncoding(text, encoding);
            } finally {
                library.deleteEncoding(encoding);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The library counts places in code points of the original text, and words from 0, −1 for special tokens. */
    private TextEncoding toEncoding(String text, long encoding) {
        long[] ids = library.getTokenIds(encoding);
        long[] words = library.getWordIds(encoding);
        long[] mask = library.getSpecialTokenMask(encoding);
        CharSpan[] spans = library.getTokenCharSpans(encoding);
        int size = ids.length;
        boolean[] special = new boolean[size];
        int[] starts = new int[size];
        int[] ends = new int[size];
        for (int i = 0; i < size; i++) {
            special[i] = mask[i] != 0;
            if (spans[i] != null && !special[i]) {
                starts[i] = spans[i].getStart();
                ends[i] = spans[i].getEnd();
            }
        }
        return TextEncoding.ofCodePoints(
                text,
                ints(ids, 0, size),
                Arrays.asList(library.getTokens(encoding)),
                ints(words, 0, size),
                special,
                starts,
                ends);
    }

    private void enter() {
        lock.readLock().lock();
        if (handle == 0) {
            lock.readLock().unlock();
            throw new IllegalStateException("the tokenizer of " + owner + " is closed");
        }
    }

    private static int[] ints(long[] values, int from, int to) {
        int[] narrow = new int[to - from];
        for (int i = from; i < to; i++) {
            narrow[i - from] = (int) values[i];
        }
        return narrow;
    }

    /** Lone surrogates as U+FFFD: one code point for one, where the library would read three and shift every place. */
    static String wellFormed(String text) {
        char[] units = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    units = units == null ? text.toCharArray() : units;
                    units[i] = '\uFFFD';
                }
            }
        }
        return units == null ? text : new String(units);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (handle != 0) {
                library.deleteTokenizer(handle);
                handle = 0;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
