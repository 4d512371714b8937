package io.dcsdk.training.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.LetterTokenizer;
import io.dcsdk.training.encoding.WindowPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

final class BatchSourceTest {
    private static final EncodedDataset DATASET = dataset(50);
    private static final BatchPlan PLAN = BatchPlanner.ofSentences(4).shuffled(DATASET.lengths(), 5, 0);

    private static EncodedDataset dataset(int sentences) {
        List<List<String>> words = new ArrayList<>();
        List<List<String>> tags = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            words.add(List.of("ab", "c".repeat(1 + i % 7)));
            tags.add(List.of("O", "X"));
        }
        return DatasetEncoder.of(new LetterTokenizer(), List.of("O", "X"), WindowPolicy.ofMaxLength(32))
                .encode(words, tags);
    }

    private static String read(Batch batch) {
        int cells = batch.rows() * batch.width();
        return batch.number() + " " + Arrays.toString(batch.examples()) + Arrays.toString(batch.lengths())
                + Arrays.toString(Arrays.copyOf(batch.inputIds(), cells))
                + Arrays.toString(Arrays.copyOf(batch.labels(), cells)) + batch.isPadded() + batch.labelled();
    }

    private static List<String> rest(BatchSource source) {
        List<String> all = new ArrayList<>();
        while (source.hasNext()) {
            try (Batch batch = source.next()) {
                all.add(read(batch));
            }
        }
        return all;
    }

    @Test
    void rowsArePaddedAndLabelledAsTheDatasetSays() {
        BatchPlan plan = BatchPlanner.ofSentences(2)
                .withWidthMultiple(4)
                .byLength(dataset(2).lengths());
        try (BatchSource source = BatchLoader.of(dataset(2), 9).open(plan);
                Batch batch = source.next()) {
            assertEquals(2, batch.rows());
            assertEquals(8, batch.width());
            assertArrayEquals(new int[] {5, 6}, batch.lengths());
            assertArrayEquals(new int[] {0, 1}, batch.examples());
            assertArrayEquals(
                    new long[] {1, 'a', 'b', 'c', 2, 9, 9, 9, 1, 'a', 'b', 'c', 'c', 2, 9, 9}, batch.inputIds());
            assertArrayEquals(
                    new long[] {-100, 0, -100, 1, -100, -100, -100, -100, -100, 0, -100, 1, -100, -100, -100, -100},
                    batch.labels());
            assertArrayEquals(new long[16], batch.tokenTypeIds());
            assertEquals(4, batch.labelled());
            assertTrue(batch.isPadded());
        }
    }

    @Test
    void batchesComeInOrderWhateverIsPreparedAhead() {
        List<String> plain;
        try (BatchSource source = BatchLoader.of(DATASET, 0).withAhead(0).open(PLAN)) {
            plain = rest(source);
            assertThrows(NoSuchElementException.class, source::next);
        }
        assertEquals(PLAN.batches(), plain.size());
        for (int ahead : new int[] {1, 3, 100}) {
            try (BatchSource source =
                    BatchLoader.of(DATASET, 0).withAhead(ahead).open(PLAN)) {
                assertEquals(plain, rest(source));
                assertThrows(NoSuchElementException.class, source::next);
            }
        }
        for (int done : new int[] {0, 5, PLAN.batches()}) {
            try (BatchSource source = BatchLoader.of(DATASET, 0).open(PLAN, done)) {
                assertEquals(done, source.position());
                assertEquals(plain.subList(done, plain.size()), rest(source));
                assertEquals(PLAN.batches(), source.position());
            }
        }
    }

    @Test
    void arraysAreUsedAgain() {
        BatchLoader loader = BatchLoader.of(DATASET, 0).withoutTokenTypes();
        Set<Integer> arrays = new HashSet<>();
        for (int epoch = 0; epoch < 20; epoch++) {
            BatchPlan plan = BatchPlanner.ofSentences(4).shuffled(DATASET.lengths(), 5, epoch);
            try (BatchSource source = loader.open(plan)) {
                while (source.hasNext()) {
                    Batch batch = source.next();
                    arrays.add(System.identityHashCode(batch.inputIds()));
                    assertEquals(0, batch.tokenTypeIds().length);
                    batch.close();
                    batch.close();
                }
            }
        }
        assertTrue(arrays.size() <= 6, "four ahead, one in the making, one in use: " + arrays.size());
    }

    /** The second time its arrays may be those of another batch, which must keep them. */
    @Test
    void aBatchThatIsClosedTwiceTakesNothingFromTheNextOne() {
        try (BatchSource source = BatchLoader.of(DATASET, 0).withAhead(0).open(PLAN)) {
            Batch first = source.next();
            first.close();
            Batch second = source.next();
            assertSame(first.inputIds(), second.inputIds());
            first.close();
            Batch third = source.next();
            assertNotSame(second.inputIds(), third.inputIds());
            second.close();
            third.close();
        }
    }

    @Test
    void whatFailsInThePreparationIsThrownAfterTheBatchesBeforeIt() {
        IllegalStateException fault = new IllegalStateException("third");
        BatchPool pool = new BatchPool(2, false);
        try (BatchSource source = new BatchSource(
                number -> {
                    if (number == 2) {
                        throw fault;
                    }
                    return pool.take(1);
                },
                0,
                5,
                4)) {
            source.next().close();
            source.next().close();
            assertSame(fault, assertThrows(IllegalStateException.class, source::next));
            assertSame(fault, assertThrows(IllegalStateException.class, source::next));
        }
    }

    @Test
    void closingWakesAConsumerThatWaits() throws InterruptedException {
        CountDownLatch preparing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BatchPool pool = new BatchPool(2, false);
        BatchSource source = new BatchSource(
                number -> {
                    preparing.countDown();
                    awaitQuietly(goOn);
                    return pool.take(1);
                },
                0,
                5,
                2);
        // The common pool may have a single thread, which the consumer would hold.
        Executor ownThread = work -> new Thread(work).start();
        CompletableFuture<Batch> consumer = CompletableFuture.supplyAsync(source::next, ownThread);
        preparing.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(source::close, ownThread);
        Throwable thrown =
                assertThrows(CompletionException.class, consumer::join).getCause();
        assertTrue(thrown instanceof CancellationException || thrown instanceof IllegalStateException, "" + thrown);
        goOn.countDown();
        closing.join();
        source.close();
        assertThrows(IllegalStateException.class, source::next);
        assertTrue(source.hasNext());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptedConsumerStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        BatchPool pool = new BatchPool(2, false);
        BatchSource source = new BatchSource(
                number -> {
                    awaitQuietly(never);
                    return pool.take(1);
                },
                0,
                5,
                2);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, source::next);
        assertTrue(Thread.interrupted());
        never.countDown();
        source.close();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void aPlanOfAnotherDatasetIsRefused() {
        BatchLoader loader = BatchLoader.of(dataset(49), 0);
        assertEquals(
                "plan (50 examples, 397 tokens) of an epoch: the data set has 49 and 392\nMaybe plan with its lengths.",
                assertThrows(BatchException.class, () -> loader.open(PLAN)).getMessage());
        assertEquals(
                "batches done (14) of an epoch: it has 13\nMaybe the checkpoint is of another run.",
                assertThrows(BatchException.class, () -> BatchLoader.of(DATASET, 0)
                                .open(PLAN, 14))
                        .getMessage());
    }
}
