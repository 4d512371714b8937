package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A site with sun, wind, a grid and a battery, under invented weather. */
@State(Scope.Benchmark)
public class SupplySite {
    /** Capacities near the optimum, in the order of the system's. */
    static final List<Double> AMOUNTS = List.of(45.0, 12.0, 25.0, 12.0, 60.0);

    /** Hourly steps: one, four and twenty years. */
    @Param({"8760", "35040", "175200"})
    public int hours;

    private @Nullable EnergySystem system;

    /** Draws the weather. */
    @Setup(Level.Trial)
    public void setUp() {
        system = system(hours);
    }

    EnergySystem system() {
        if (system == null) {
            throw new IllegalStateException("Site: it is not set up\nMaybe JMH did not call setUp.");
        }
        return system;
    }

    static EnergySystem system(int hours) {
        Random random = new Random(8760);
        double[] sun = new double[hours];
        double[] wind = new double[hours];
        double[] load = new double[hours];
        double[] tariff = new double[hours];
        double gust = 0;
        for (int t = 0; t < hours; t++) {
            int hour = t % 24;
            double summer = Math.cos(2 * Math.PI * (t / 24.0 - 172) / 365);
            gust = 0.97 * gust + 0.24 * random.nextGaussian();
            double height = Math.sin(2 * Math.PI * (hour - 6) / 24) * (0.6 + 0.25 * summer);
            sun[t] = Math.max(0, height) * (0.5 + 0.5 * random.nextDouble());
            wind[t] = 1 / (1 + Math.exp(1.2 - 1.5 * gust + 0.4 * summer));
            load[t] = 20 + 2 * Math.max(0, summer) + Math.sin(2 * Math.PI * hour / 24);
            tariff[t] = (hour >= 7 && hour < 22 ? 95 : 55) + 25 * random.nextDouble();
        }
        double years = hours / 8760.0;
        return EnergySystem.builder(hours, Profile.constant(1))
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
