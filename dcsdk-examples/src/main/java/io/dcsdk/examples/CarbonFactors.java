package io.dcsdk.examples;

import io.dcsdk.carbon.CarbonAccount;
import io.dcsdk.carbon.CarbonInventory;
import io.dcsdk.carbon.Contract;
import io.dcsdk.carbon.EmbodiedComponent;
import io.dcsdk.carbon.GridCarbon;
import io.dcsdk.carbon.GridCarbon.FactorKind;
import io.dcsdk.carbon.GridCarbonCsv;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a carbon document on the hours of a year. The rows of a file are laid on them hour by hour, the first on 1 January,
 * 0:00 local standard time, whatever year they are of.
 */
final class CarbonFactors {
    private final TimeAxis axis;
    private final GridCarbon grid;
    private final GridCarbon residual;
    private final Optional<GridCarbon> marginal;
    private final List<Contract> contracts;
    private final List<EmbodiedComponent> made;

    private CarbonFactors(CarbonDocument document, Path folder, TimeAxis axis) {
        this.axis = axis;
        grid = factors("grid", document.grid(), FactorKind.AVERAGE, folder);
        residual = document.residual()
                .map(given -> factors("residual", given, FactorKind.AVERAGE, folder))
                .orElse(grid);
        marginal = document.marginal().map(given -> factors("marginal", given, FactorKind.MARGINAL, folder));
        contracts = document.contracts().stream()
                .map(given -> new Contract(
                        given.name(),
                        TimeSeries.constant(given.name(), "W", axis, 1000 * given.kilowatts()),
                        given.intensity(),
                        given.source()))
                .toList();
        made = document.embodied().stream()
                .map(given -> new EmbodiedComponent(
                        given.name(),
                        given.count(),
                        CarbonMass.kilograms(given.kilograms()),
                        TimeSpan.years(given.lifetimeYears()),
                        given.source()))
                .toList();
    }

    /** Reads a document; its files are relative to it. */
    static CarbonFactors read(String file, TimeAxis axis) {
        CarbonDocument document = Input.read(file, CarbonDocument.class);
        @Nullable
        Path folder =
                file.equals("-") ? null : Input.path(file).toAbsolutePath().getParent();
        try {
            return new CarbonFactors(document, folder == null ? Path.of("") : folder, axis);
        } catch (IllegalArgumentException refused) {
            throw Faults.isBadInput(refused) ? BadInput.inFile(file, refused) : refused;
        }
    }

    private GridCarbon factors(String owner, CarbonDocument.Factors given, FactorKind kind, Path folder) {
        if (given.intensity().isPresent() == given.file().isPresent()
                || given.intensity().isPresent() != given.source().isPresent()
                || given.file().isPresent() != given.column().isPresent()) {
            throw new BadInput(
                    "factors of %s".formatted(owner),
                    "must have either intensity and source, or file and column",
                    "name the table or report that the number is from.");
        }
        if (given.intensity().isPresent()) {
            double grams = given.intensity().get();
            return new GridCarbon(
                    TimeSeries.constant("carbon intensity", GridCarbon.UNIT, axis, grams),
                    kind,
                    "%s: %s g/kWh in every hour".formatted(given.source().orElseThrow(), Rounded.number(grams)));
        }
        Path path = folder.resolve(Input.path(given.file().orElseThrow()));
        GridCarbon read = GridCarbonCsv.column(
                path,
                given.time().orElse("timestamp"),
                given.column().orElseThrow(),
                kind,
                given.gapHours().orElse(0.0));
        String source = "%s, %s, laid hour by hour on the year of the weather"
                .formatted(given.file().get(), given.column().get());
        return new GridCarbon(read.intensity().startingAt(axis.start()), kind, source);
    }

    /** The account of a load on the same hours. */
    CarbonAccount account(TimeSeries watts) {
        CarbonAccount account = CarbonAccount.of(watts, CarbonInventory.of(watts, grid, residual, contracts), made);
        return marginal.map(factors -> account.withMarginal(watts, factors)).orElse(account);
    }
}
