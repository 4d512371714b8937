package io.dcsdk.examples;

import io.dcsdk.carbon.CarbonAccount;
import io.dcsdk.carbon.CarbonInventory;
import io.dcsdk.carbon.Contract;
import io.dcsdk.carbon.EmbodiedComponent;
import io.dcsdk.carbon.EmissionFactors;
import io.dcsdk.carbon.GenerationMix;
import io.dcsdk.carbon.GridCarbon;
import io.dcsdk.carbon.GridCarbon.FactorKind;
import io.dcsdk.carbon.GridCarbonCsv;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.supply.SeriesForm;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.series.AnyYear;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a carbon document on the hours of a year. The year of a file does not matter, its hours of the day do: its times are
 * turned to the local standard time of the weather, as those of a supply document are.
 */
final class CarbonFactors {
    private static final String MIX_INTENSITY = "intensity";

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
                || given.file().isPresent() != given.column().isPresent()
                || (given.form().isPresent() && given.file().isEmpty())) {
            throw new BadInput(
                    "factors of %s".formatted(owner),
                    "must have either intensity and source, or file and column",
                    "name the table or report that the number is from.");
        }
        if (given.intensity().isPresent()) {
            refuseUnused(owner, "time", given.time());
            refuseUnused(owner, "gap_hours", given.gapHours());
            double grams = given.intensity().get();
            return new GridCarbon(
                    TimeSeries.constant("carbon intensity", GridCarbon.UNIT, axis, grams),
                    kind,
                    "%s: %s g/kWh in every hour".formatted(given.source().orElseThrow(), Rounded.number(grams)));
        }
        Path path = folder.resolve(Input.path(given.file().orElseThrow()));
        TimeSeries read = read(owner, given, path, kind);
        boolean isMix = given.form().filter(SeriesForm.GENERATION_MIX::equals).isPresent();
        String source = "%s, %s%s, its times turned to those of the weather"
                .formatted(
                        given.file().get(),
                        given.column().get(),
                        isMix ? "; " + EmissionFactors.LIFE_CYCLE_BY_EIA_CODE.source() : "");
        return new GridCarbon(AnyYear.on(axis, read, "factors of " + owner), kind, source);
    }

    /** An intensity holds in every hour. */
    private static void refuseUnused(String owner, String what, Optional<?> given) {
        if (given.isPresent()) {
            throw new BadInput(
                    "%s (%s) of factors of %s".formatted(what, given.get(), owner),
                    "is not used beside an intensity, which has no times",
                    "leave it out.");
        }
    }

    private static TimeSeries read(String owner, CarbonDocument.Factors given, Path path, FactorKind kind) {
        String column = given.column().orElseThrow();
        double gap = given.gapHours().orElse(0.0);
        SeriesForm form = given.form().orElse(SeriesForm.TABLE);
        boolean isTable = form == SeriesForm.TABLE;
        if (given.time().isPresent() && !isTable) {
            throw new BadInput(
                    "time of factors of %s".formatted(owner),
                    "is not used by files of form %s".formatted(form),
                    "leave it out.");
        }
        if (kind == FactorKind.MARGINAL && !isTable) {
            throw new BadInput(
                    "form (%s) of factors of %s".formatted(form, owner),
                    "has average factors only",
                    "name a table of marginal ones.");
        }
        GridCarbon carbon =
                switch (form) {
                    case TABLE -> GridCarbonCsv.column(path, given.time().orElse("timestamp"), column, kind, gap);
                    case ELECTRICITY_MAPS ->
                        GridCarbonCsv.electricityMaps(
                                path,
                                KebabName.parse(GridCarbonCsv.Boundary.class, "column of factors of " + owner, column),
                                gap);
                    case GENERATION_MIX -> {
                        if (!column.equals(MIX_INTENSITY)) {
                            throw new BadInput(
                                    "column (%s) of factors of %s".formatted(column, owner),
                                    "must be %s for a generation mix".formatted(MIX_INTENSITY),
                                    "name a table for a column of its own.");
                        }
                        yield GenerationMix.read(path, gap).intensity(EmissionFactors.LIFE_CYCLE_BY_EIA_CODE);
                    }
                    case PVGIS, PVWATTS, EPW ->
                        throw new BadInput(
                                "form (%s) of factors of %s".formatted(form, owner),
                                "has no carbon intensity",
                                "use table, electricity-maps or generation-mix.");
                };
        return carbon.intensity();
    }

    /** The account of a load on the same hours. */
    CarbonAccount account(TimeSeries watts) {
        CarbonAccount account = CarbonAccount.of(watts, CarbonInventory.of(watts, grid, residual, contracts), made);
        return marginal.map(factors -> account.withMarginal(watts, factors)).orElse(account);
    }
}
