package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Random designs in small: two blocks of counts (servers, storage) with covering rows each, in a frame that is chosen for both: one of
 * three fabrics with a price to begin with and for each port, and whole cooling units for the power of all. Prices follow what an
 * item gives within 4 %, so that the relaxation is far below the minimum.
 */
final class FrameProblems {
    private static final int[] COVERS = {3, 2};

    private FrameProblems() {}

    /** The same for the same numbers. */
    static LinearProgram of(int itemsOfABlock, long seed) {
        return of(itemsOfABlock, seed, false);
    }

    /** The same problems, but what they demand may be less at a price that is near the one of the items. */
    static LinearProgram elastic(int itemsOfABlock, long seed) {
        return of(itemsOfABlock, seed, true);
    }

    private static LinearProgram of(int itemsOfABlock, long seed, boolean isElastic) {
        Random random = new Random(seed);
        LinearProgram.Builder builder = LinearProgram.builder().constant(Rational.of(random.nextInt(1000)));
        Map<String, Rational> ports = new LinkedHashMap<>();
        Map<String, Rational> power = new LinkedHashMap<>();
        for (int b = 0; b < COVERS.length; b++) {
            int[][] gives = new int[COVERS[b]][itemsOfABlock];
            for (int j = 0; j < itemsOfABlock; j++) {
                String name = "item" + b + "." + j;
                double worth = 0;
                for (int[] row : gives) {
                    row[j] = 20 + random.nextInt(180);
                    worth += row[j];
                }
                builder.integer(name, 0, 40, Rational.of(Math.round(10 * worth * (0.96 + 0.08 * random.nextDouble()))));
                ports.put(name, Rational.of(1 + random.nextInt(4)));
                power.put(name, Rational.of(5 + random.nextInt(20)));
            }
            for (int i = 0; i < gives.length; i++) {
                Map<String, Rational> terms = new LinkedHashMap<>();
                for (int j = 0; j < itemsOfABlock; j++) {
                    terms.put("item" + b + "." + j, Rational.of(gives[i][j]));
                }
                if (isElastic) {
                    builder.continuous(
                            "less" + b + "." + i, Rational.ZERO, Rational.of(60), Rational.of(8 + random.nextInt(8)));
                    terms.put("less" + b + "." + i, Rational.ONE);
                }
                builder.constraint("cover" + b + "." + i, terms, Relation.GE, Rational.of(700 + random.nextInt(700)));
            }
        }
        Map<String, Rational> taken = new LinkedHashMap<>();
        for (int k = 0; k < 3; k++) {
            builder.integer("fabric" + k, 0, 1, Rational.of(200 + random.nextInt(800)));
            builder.continuous("ports" + k, Rational.ZERO, Rational.of(1000), Rational.of(20 + random.nextInt(80)));
            builder.constraint(
                    "ports are of the fabric" + k,
                    Map.of("ports" + k, Rational.ONE, "fabric" + k, Rational.of(-1000)),
                    Relation.LE,
                    Rational.ZERO);
            taken.put("fabric" + k, Rational.ONE);
            ports.put("ports" + k, Rational.of(-1));
        }
        builder.constraint("one fabric", taken, Relation.LE, Rational.ONE);
        builder.constraint("all have ports", ports, Relation.LE, Rational.ZERO);
        builder.integer("cooling", 0, 100, Rational.of(500 + random.nextInt(500)));
        power.put("cooling", Rational.of(-100));
        builder.constraint("all is cooled", power, Relation.LE, Rational.ZERO);
        return builder.build();
    }
}
