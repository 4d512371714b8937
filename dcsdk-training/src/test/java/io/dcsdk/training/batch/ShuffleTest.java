package io.dcsdk.training.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ShuffleTest {
    @Test
    void numbersAreThoseOfThePublishedGenerator() {
        // Rosetta Code, "Pseudo-random numbers/Splitmix64", seed 1234567; and the JDK's own, which is the same
        // algorithm.
        Shuffle random = Shuffle.ofState(1234567);
        assertEquals("6457827717110365317", Long.toUnsignedString(random.next()));
        assertEquals("3203168211198807973", Long.toUnsignedString(random.next()));
        assertEquals("9817491932198370423", Long.toUnsignedString(random.next()));
        SplittableRandom jdk = new SplittableRandom(1234567);
        assertEquals(6457827717110365317L, jdk.nextLong());
    }

    @Test
    void theOrderOfASeedAndEpochNeverChanges() {
        // A second implementation, in Python's unbounded integers, gave these.
        assertArrayEquals(new int[] {0}, Shuffle.of(42, 0).order(1));
        assertEquals(
                "[5, 1, 4, 8, 6, 3, 9, 2, 0, 7]",
                Arrays.toString(Shuffle.of(42, 0).order(10)));
        assertEquals(
                "[9, 8, 6, 1, 3, 5, 0, 4, 7, 2]",
                Arrays.toString(Shuffle.of(42, 1).order(10)));
        assertEquals(
                "[9, 2, 4, 5, 7, 0, 1, 6, 8, 3]",
                Arrays.toString(Shuffle.of(-7, 3).order(10)));
    }

    @Test
    void everyOrderIsAboutEquallyLikely() {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 60_000; epoch++) {
            int[] order = Shuffle.of(1, epoch).order(3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(6, seen.length);
        // 10,000 expected each, standard deviation 91: five of them.
        assertTrue(Arrays.stream(seen).allMatch(count -> Math.abs(count - 10_000) < 456), Arrays.toString(seen));
    }
}
