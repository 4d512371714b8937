package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Families of random problems that are small enough for brute force. */
enum SmallProblems {
    /** Cover a few needs with whole items; prices with cents. */
    SIZING {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 2 + random.nextInt(3);
            integers(builder, random, items, 4);
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                row(builder, random, "need" + i, items, 0, 20, Relation.GE, 5 + random.nextInt(60));
            }
            row(builder, random, "power", items, 1, 9, Relation.LE, 10 + random.nextInt(60));
            return builder.build();
        }
    },
    /** Workloads go to sites; a site that is used costs an opening price. */
    PLACEMENT {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int sites = 2;
            int workloads = 2 + random.nextInt(2);
            for (int s = 0; s < sites; s++) {
                builder.integer("open" + s, 0, 1, Rational.of(10 + random.nextInt(30)));
                for (int w = 0; w < workloads; w++) {
                    builder.integer("place" + w + "at" + s, 0, 1, Rational.of(random.nextInt(400), 10));
                }
            }
            for (int w = 0; w < workloads; w++) {
                Map<String, Rational> terms = new LinkedHashMap<>();
                for (int s = 0; s < sites; s++) {
                    terms.put("place" + w + "at" + s, Rational.ONE);
                }
                builder.constraint("once" + w, terms, Relation.EQ, Rational.ONE);
            }
            for (int s = 0; s < sites; s++) {
                Map<String, Rational> terms = new LinkedHashMap<>();
                for (int w = 0; w < workloads; w++) {
                    terms.put("place" + w + "at" + s, Rational.of(1 + random.nextInt(6)));
                }
                terms.put("open" + s, Rational.of(-3 - random.nextInt(9)));
                builder.constraint("room" + s, terms, Relation.LE, Rational.ZERO);
            }
            return builder.build();
        }
    },
    /** Equations, often without a solution. */
    EQUATIONS {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 3;
            integers(builder, random, items, 5);
            row(builder, random, "sum", items, -4, 7, Relation.EQ, random.nextInt(25));
            if (random.nextBoolean()) {
                row(builder, random, "other", items, 0, 5, Relation.EQ, random.nextInt(25));
            }
            return builder.build();
        }
    },
    /** A cover that can be met without any surplus, and coefficients that are no decimals. */
    TIGHT_COVER {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 3 + random.nextInt(2);
            integers(builder, random, items, 3);
            for (int i = 0; i < 2; i++) {
                Map<String, Rational> terms = new LinkedHashMap<>();
                Rational need = Rational.ZERO;
                for (int j = 0; j < items; j++) {
                    Rational gives = Rational.of(1 + random.nextInt(40), 3 + random.nextInt(7));
                    terms.put("x" + j, gives);
                    need = need.plus(gives.times(Rational.of(random.nextInt(3))));
                }
                builder.constraint("need" + i, terms, Relation.GE, need);
            }
            return builder.build();
        }
    },
    /** As much worth as possible within a budget: negative costs. */
    TIGHT_BUDGET {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 3 + random.nextInt(2);
            for (int j = 0; j < items; j++) {
                builder.integer("x" + j, 0, 1 + random.nextInt(3), Rational.of(-1 - random.nextInt(500), 10));
            }
            row(builder, random, "budget", items, 1, 30, Relation.LE, 10 + random.nextInt(60));
            row(builder, random, "need", items, 0, 9, Relation.GE, random.nextInt(20));
            return builder.constant(Rational.of(random.nextInt(100))).build();
        }
    },
    /** Many equal prices and equal items: ties everywhere. */
    TIES {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 4;
            for (int j = 0; j < items; j++) {
                builder.integer("x" + j, 0, 3, Rational.of(1 + random.nextInt(2)));
            }
            for (int i = 0; i < 3; i++) {
                row(builder, random, "need" + i, items, 0, 2, Relation.GE, random.nextInt(9));
            }
            row(builder, random, "room", items, 1, 1, Relation.LE, 4 + random.nextInt(5));
            return builder.build();
        }
    },
    /** Needs beyond the limits, mostly. */
    INFEASIBLE {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 3;
            integers(builder, random, items, 4);
            row(builder, random, "need", items, 2, 9, Relation.GE, 30 + random.nextInt(60));
            row(builder, random, "power", items, 2, 9, Relation.LE, 20 + random.nextInt(60));
            row(builder, random, "parity", items, 2, 2, Relation.EQ, 1 + random.nextInt(20));
            return builder.build();
        }
    },
    /** FLOP/s beside dollars and kilowatts. */
    MAGNITUDES {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int items = 3 + random.nextInt(2);
            for (int j = 0; j < items; j++) {
                builder.integer("x" + j, 0, 4, Rational.parse((1 + random.nextInt(99999)) + "e-2"));
            }
            magnitudes(builder, random, items, "compute", "e13", Relation.GE);
            magnitudes(builder, random, items, "storage", "e9", Relation.GE);
            magnitudes(builder, random, items, "power", "e-5", Relation.LE);
            return builder.build();
        }
    },
    /** Indicators and continuous flows beside whole numbers. */
    MIXED {
        @Override
        LinearProgram of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            builder.integer("x0", 0, 4, Rational.of(10 + random.nextInt(90), 3));
            builder.integer("x1", 0, 4, Rational.of(10 + random.nextInt(90), 7));
            builder.integer("use", 0, 1, Rational.of(random.nextInt(50)));
            int flows = 1 + random.nextInt(3);
            Map<String, Rational> supply = new LinkedHashMap<>();
            Map<String, Rational> link = new LinkedHashMap<>();
            for (int k = 0; k < flows; k++) {
                Rational most = Rational.of(1 + random.nextInt(60), 1 + random.nextInt(6));
                builder.continuous("flow" + k, Rational.ZERO, most, Rational.of(1 + random.nextInt(40), 9));
                supply.put("flow" + k, Rational.of(1 + random.nextInt(20), 11));
                link.put("flow" + k, Rational.ONE);
            }
            supply.put("x0", Rational.of(1 + random.nextInt(9)));
            supply.put("x1", Rational.of(1 + random.nextInt(9), 7));
            Relation relation = random.nextInt(4) == 0 ? Relation.EQ : Relation.GE;
            builder.constraint("supply", supply, relation, Rational.of(random.nextInt(400), 13));
            link.put("use", Rational.of(-1 - random.nextInt(20)));
            builder.constraint("link", link, Relation.LE, Rational.ZERO);
            builder.constraint(
                    "balance",
                    Map.of("x0", Rational.of(1), "x1", Rational.of(-1), "flow0", Rational.of(1, 3)),
                    Relation.LE,
                    Rational.of(random.nextInt(5)));
            return builder.build();
        }
    };

    abstract LinearProgram of(Random random);

    private static void integers(LinearProgram.Builder builder, Random random, int items, int most) {
        for (int j = 0; j < items; j++) {
            int lower = random.nextInt(6) == 0 ? -1 : 0;
            builder.integer("x" + j, lower, 1 + random.nextInt(most), Rational.of(1 + random.nextInt(9999), 100));
        }
    }

    private static void row(
            LinearProgram.Builder builder,
            Random random,
            String name,
            int items,
            int least,
            int most,
            Relation relation,
            int rightHandSide) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        for (int j = 0; j < items; j++) {
            terms.put("x" + j, Rational.of(least + random.nextInt(most - least + 1)));
        }
        builder.constraint(name, terms, relation, Rational.of(rightHandSide));
    }

    private static void magnitudes(
            LinearProgram.Builder builder, Random random, int items, String name, String magnitude, Relation relation) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        for (int j = 0; j < items; j++) {
            terms.put("x" + j, Rational.parse((100 + random.nextInt(9900)) + magnitude));
        }
        builder.constraint(name, terms, relation, Rational.parse((8000 + random.nextInt(40000)) + magnitude));
    }
}
