package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Random sizing problems: how many of each of K catalogue items, at least cost, with enough compute (FLOP/s), storage
 * (bytes) and network (bytes/s), within power (W) and rack units.
 */
final class SizingInstances {
    private SizingInstances() {}

    static LinearProgram of(int items, long seed) {
        Random random = new Random(1000 * seed + items);
        double[][] gives = new double[5][items];
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < items; j++) {
            double size = Math.exp(2.5 * random.nextDouble());
            double price = 20_000 * size * (0.7 + 0.6 * random.nextDouble());
            gives[0][j] = 5e14 * size * (0.2 + 1.6 * random.nextDouble());
            gives[1][j] = 2e13 * size * (0.2 + 1.6 * random.nextDouble());
            gives[2][j] = 2.5e10 * size * (0.2 + 1.6 * random.nextDouble());
            gives[3][j] = 1500 * size * (0.6 + 0.8 * random.nextDouble());
            gives[4][j] = Math.ceil(2 * size * (0.5 + random.nextDouble()));
            builder.integer("item" + j, 0, 500, Rational.of(Math.round(price)));
        }
        String[] names = {"compute", "storage", "network", "power", "rack"};
        double[] scales = {5e14, 2e13, 2.5e10, 1500, 2};
        double demand = 400 + 1600 * random.nextDouble();
        for (int i = 0; i < 5; i++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < items; j++) {
                terms.put("item" + j, rounded(gives[i][j]));
            }
            double factor = i < 3 ? 0.7 + 0.6 * random.nextDouble() : 1.02 + 0.2 * random.nextDouble();
            builder.constraint(
                    names[i], terms, i < 3 ? Relation.GE : Relation.LE, rounded(scales[i] * demand * factor));
        }
        return builder.build();
    }

    private static Rational rounded(double value) {
        return Rational.of(new BigDecimal(value).round(new MathContext(5)));
    }
}
