package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.PowerUsageEffectiveness;
import io.dcsdk.energy.TrainingEnergy;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estimate energy}: energy and carbon of a training run. */
@Command(
        name = "energy",
        mixinStandardHelpOptions = true,
        description = "Energy and carbon of a training run.",
        footer = {
            "",
            "Fields: accelerators, days, watts (mean of one accelerator with its share of the server), pue;",
            "kg_per_kwh for the carbon. Labels that are not used: model, mwh, tco2."
        })
final class EnergyCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "One JSON object; - for standard input.")
    private String file = "";

    @Option(names = "--json", description = "Accepted for uniformity: the answer is JSON in any case.")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    EnergyCommand() {}

    /** A row; what was published of the answer may stand in it and is not used. */
    private record Row(
            Optional<String> model,
            long accelerators,
            BigDecimal days,
            BigDecimal watts,
            BigDecimal pue,
            @JsonProperty("kg_per_kwh") Optional<BigDecimal> kilogramsPerKilowattHour,
            @JsonProperty("mwh") Optional<BigDecimal> publishedEnergy,
            @JsonProperty("tco2") Optional<BigDecimal> publishedCarbon) {}

    private record Answer(
            @JsonProperty("mwh") BigDecimal megawattHours,
            @JsonProperty("tco2") Optional<BigDecimal> tonnes) {}

    @Override
    public void run() {
        Row row = Input.read(file, Row.class);
        TrainingEnergy run = new TrainingEnergy(
                row.accelerators(),
                TimeSpan.of(row.days(), TimeSpan.Unit.DAY),
                Power.of(row.watts(), Power.Unit.WATT),
                new PowerUsageEffectiveness(Ratio.of(row.pue())));
        Optional<BigDecimal> tonnes = row.kilogramsPerKilowattHour()
                .map(kilograms -> CarbonIntensity.of(kilograms, CarbonIntensity.Unit.KILOGRAM_PER_KILOWATT_HOUR))
                .map(run::carbon)
                .map(carbon -> EstimateCommand.rounded(carbon.in(CarbonMass.Unit.TONNE)));
        BigDecimal energy = EstimateCommand.rounded(run.energy().in(Energy.Unit.MEGAWATT_HOUR));
        spec.commandLine().getOut().print(Documents.toJson(new Answer(energy, tonnes)));
    }
}
