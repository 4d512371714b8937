package io.dcsdk.optimizer.sizing;

import java.util.Random;

/** One site with solar, wind, a grid connection and a battery, under invented weather; the same for the same seed. */
public final class SyntheticYear {
    private SyntheticYear() {}

    /** Hourly steps; the grid can carry any load, so that there is always a design. */
    public static EnergySystem site(int steps, long seed) {
        Random random = new Random(seed);
        double[] sun = new double[steps];
        double[] wind = new double[steps];
        double[] load = new double[steps];
        double[] tariff = new double[steps];
        double gust = 0;
        double cloud = 0;
        for (int t = 0; t < steps; t++) {
            double day = t / 24.0;
            double hour = t % 24;
            gust = 0.97 * gust + 0.24 * random.nextGaussian();
            cloud = 0.95 * cloud + 0.31 * random.nextGaussian();
            double season = Math.cos(2 * Math.PI * (day - 172) / 365);
            double height = Math.sin(2 * Math.PI * (hour - 6) / 24) * (0.65 + 0.25 * season);
            sun[t] = Math.max(0, height) * (0.6 + 0.4 / (1 + Math.exp(2 * cloud)));
            wind[t] = 1 / (1 + Math.exp(1.2 - 1.5 * gust + 0.4 * season));
            load[t] = 20 + 2 * Math.max(0, season) + Math.sin(2 * Math.PI * hour / 24) + 0.3 * random.nextDouble();
            tariff[t] = (hour >= 7 && hour < 22 ? 95 : 55) + 25 * random.nextDouble();
        }
        double years = steps / 8760.0;
        return EnergySystem.builder(steps, Profile.constant(1))
                .capacity(Capacity.extendable("solar", 45_000 * years))
                .capacity(Capacity.extendable("wind", 110_000 * years))
                .capacity(new Capacity("grid", 0, 40, 30_000 * years))
                .capacity(Capacity.extendable("battery", 6_000 * years))
                .capacity(Capacity.extendable("battery energy", 9_000 * years))
                .bus("site", Profile.of(load))
                .source("solar", "site", Limit.of("solar", Profile.of(sun)), Profile.constant(0))
                .source("wind", "site", Limit.of("wind", Profile.of(wind)), Profile.constant(0))
                .source("grid", "site", Limit.of("grid"), Profile.of(tariff))
                .storage("battery", "site", "battery", Reservoir.cyclic("battery energy", 1), 0.95, 0.95)
                .build();
    }
}
