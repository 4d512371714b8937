package io.dcsdk.examples;

import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.quantity.Ratio;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the cooling systems of a joint problem are in its weather.
 *
 * @param weather what it is, if a plant depends on it
 * @param cooling the systems that may be chosen
 */
record JointFacility(Optional<Weather> weather, List<Choice> cooling) {

    /** Place and source, whether nobody measured it, and how its hours lie on the steps of the supply. */
    record Weather(String name, String source, boolean synthetic, String placed) {}

    /** Overheads of the year and of the worst hour at full load, here and in the catalogue; L/kWh of the IT equipment. */
    record Choice(
            String item,
            Optional<String> plant,
            BigDecimal overhead,
            BigDecimal peakOverhead,
            BigDecimal catalogueOverhead,
            BigDecimal cataloguePeakOverhead,
            Optional<BigDecimal> waterLitresPerKilowattHour) {
        static Choice of(
                CoolingEntry entry, CoolingSystem system, Optional<FacilityYear> year, double mean, Ratio peak) {
            return new Choice(
                    entry.item(),
                    entry.plant(),
                    EstimateCommand.rounded(mean),
                    EstimateCommand.rounded(peak.value()),
                    EstimateCommand.rounded(system.overhead().value()),
                    EstimateCommand.rounded(system.peakOverhead().value()),
                    year.map(FacilityYear::waterUsageEffectiveness).map(EstimateCommand::rounded));
        }
    }

    void print(PrintWriter out) {
        weather.ifPresent(found -> {
            out.printf(
                    "  Weather: %s%s%n",
                    found.name(),
                    found.synthetic()
                            ? " (SYNTHETIC, nobody measured it: give --weather, or weather in the document)"
                            : ", " + found.source());
            out.printf("    %s%n", found.placed());
        });
        TextTable table = new TextTable(
                List.of("Cooling", "Plant", ">Overhead", ">Worst hour", ">Catalogue", ">Its peak", ">WUE L/kWh"),
                26,
                20,
                10,
                10,
                10,
                10,
                10);
        for (Choice system : cooling) {
            table.row(
                    system.item(),
                    system.plant().orElse("as stated"),
                    share(system.overhead()),
                    share(system.peakOverhead()),
                    share(system.catalogueOverhead()),
                    share(system.cataloguePeakOverhead()),
                    system.waterLitresPerKilowattHour()
                            .map(litres -> String.format(Locale.ROOT, "%.2f", litres))
                            .orElse("-"));
        }
        table.lines().forEach(out::println);
        out.println();
    }

    private static String share(BigDecimal value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
