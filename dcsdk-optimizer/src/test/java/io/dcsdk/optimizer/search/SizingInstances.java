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
 * (bytes) and network (bytes/s), within power (W) and rack units. The demand is about {@code scale} small items.
 */
enum SizingInstances {
    /** Prices and capacities vary freely, so that few items are worth their price. */
    FREE,
    /** Prices follow capacities within 5 %, as on a market: many items are nearly as good. */
    MARKET,
    /** As MARKET, and to use an item at all costs something: indicator rows n <= U u. */
    OPENING;

    private static final String[] ROWS = {"compute", "storage", "network", "power", "rack"};
    private static final double[] SCALES = {5e14, 2e13, 2.5e10, 1500, 2};

    LinearProgram of(int items, long seed, double scale) {
        Random random = new Random(1000 * seed + items);
        double[][] gives = new double[5][items];
        LinearProgram.Builder builder = LinearProgram.builder();
        int most = (int) Math.max(10, 4 * scale);
        for (int j = 0; j < items; j++) {
            double size = Math.exp(2.5 * random.nextDouble());
            double free = size * (0.7 + 0.6 * random.nextDouble());
            double worth = 0;
            for (int i = 0; i < 5; i++) {
                double spread = i < 3 ? 0.2 + 1.6 * random.nextDouble() : 0.6 + 0.8 * random.nextDouble();
                gives[i][j] = SCALES[i] * size * spread;
                worth += i < 3 ? size * spread / 3 : 0;
            }
            double price = 20_000 * (this == FREE ? free : worth * (0.95 + 0.1 * random.nextDouble()));
            builder.integer("item" + j, 0, most, Rational.of(Math.round(price)));
        }
        double demand = scale * (1 + 4 * random.nextDouble());
        for (int i = 0; i < 5; i++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < items; j++) {
                terms.put("item" + j, rounded(gives[i][j]));
            }
            double factor = i < 3 ? 0.7 + 0.6 * random.nextDouble() : 1.02 + 0.2 * random.nextDouble();
            builder.constraint(ROWS[i], terms, i < 3 ? Relation.GE : Relation.LE, rounded(SCALES[i] * demand * factor));
        }
        if (this == OPENING) {
            for (int j = 0; j < items; j++) {
                long opening = Math.round(20_000 * demand * 0.01 * (0.5 + random.nextDouble()));
                builder.integer("use" + j, 0, 1, Rational.of(opening));
                builder.constraint(
                        "link" + j,
                        Map.of("item" + j, Rational.ONE, "use" + j, Rational.of(-most)),
                        Relation.LE,
                        Rational.ZERO);
            }
        }
        return builder.build();
    }

    private static Rational rounded(double value) {
        return Rational.of(new BigDecimal(value).round(new MathContext(5)));
    }
}
