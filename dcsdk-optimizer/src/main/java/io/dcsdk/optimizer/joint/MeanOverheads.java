package io.dcsdk.optimizer.joint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.catalog.Catalog;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The overhead that each cooling system's profile has in the mean of the horizon, in place of its annual one, and that at its peak where it is known. */
final class MeanOverheads {
    /** Decimals of the overheads. */
    static final int DIGITS = 12;

    private final EnergySystem supply;
    private final ImmutableMap<String, Profile> factors;
    private final Map<String, Ratio> peaks;
    private final double hours;

    MeanOverheads(EnergySystem supply, ImmutableMap<String, Profile> factors, Map<String, Ratio> peaks, double hours) {
        this.supply = supply;
        this.factors = factors;
        this.peaks = peaks;
        this.hours = hours;
    }

    /** The catalogue with these overheads of its cooling systems. */
    Catalog in(Catalog catalog) {
        List<CoolingSystem> cooling = new ArrayList<>();
        for (CoolingSystem system : catalog.cooling()) {
            Profile factor = factors.getOrDefault(system.id(), Profile.constant(1));
            double mean = mean(factor);
            BigDecimal overhead =
                    new BigDecimal(mean).subtract(BigDecimal.ONE).setScale(DIGITS, RoundingMode.HALF_EVEN);
            if (overhead.signum() < 0) {
                throw ItemRules.of("joint problem", "")
                        .broken(
                                "factors",
                                "%s in the mean of %s".formatted(mean, system.id()),
                                "are below the IT power itself",
                                "divide the facility's power by the mean of the IT power.");
            }
            cooling.add(
                    system.withOverhead(Ratio.of(overhead), peaks.getOrDefault(system.id(), system.peakOverhead())));
        }
        return new Catalog(
                catalog.name(),
                catalog.accelerators(),
                catalog.servers(),
                catalog.software(),
                catalog.storage(),
                catalog.switches(),
                cooling,
                catalog.supplies(),
                catalog.controls());
    }

    private double mean(Profile factor) {
        if (factor.length() == 1) {
            return factor.at(0);
        }
        double sum = 0;
        for (int t = 0; t < supply.steps(); t++) {
            sum += supply.hours(t) * factor.at(t);
        }
        return sum / hours;
    }
}
