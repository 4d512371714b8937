package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.util.Arrays;
import java.util.Random;

/** An engine that lies about status, point and multipliers, throws, returns NaN and scribbles on its arguments. */
final class HostileEngine implements LpEngine {
    private final long seed;
    private final int honestOutOfTen;

    HostileEngine(long seed, int honestOutOfTen) {
        this.seed = seed;
        this.honestOutOfTen = honestOutOfTen;
    }

    @Override
    public LpSession open(LpMatrix matrix) {
        LpSession honest = new OjAlgoEngine().open(matrix);
        Random random = new Random(seed);
        return (lower, upper, fresh) -> {
            LpAnswer answer = honest.solve(lower, upper, fresh);
            if (random.nextInt(10) < honestOutOfTen) {
                return answer;
            }
            double[] noise = random.doubles(matrix.rows(), -1e3, 1e3).toArray();
            return switch (random.nextInt(9)) {
                case 0 -> throw new IllegalStateException("hostile");
                case 1 -> LpAnswer.infeasible(noise);
                case 2 -> LpAnswer.infeasible(answer.multipliers().clone());
                case 3 -> LpAnswer.optimal(lower.clone(), noise);
                case 4 -> LpAnswer.optimal(upper.clone(), answer.multipliers().clone());
                case 5 -> {
                    double[] broken = lower.clone();
                    Arrays.fill(broken, Double.NaN);
                    double[] endless = new double[matrix.rows()];
                    Arrays.fill(endless, Double.POSITIVE_INFINITY);
                    yield LpAnswer.optimal(broken, endless);
                }
                case 6 -> {
                    double[] outside = upper.clone();
                    Arrays.setAll(outside, j -> outside[j] + 1e6 * random.nextGaussian());
                    yield LpAnswer.optimal(outside, new double[matrix.rows()]);
                }
                case 7 -> LpAnswer.optimal(new double[1], new double[matrix.rows() + 3]);
                default -> {
                    Arrays.fill(lower, Double.NaN);
                    Arrays.fill(upper, -1);
                    yield LpAnswer.unknown();
                }
            };
        };
    }
}
