package io.dcsdk.examples;

import io.dcsdk.carbon.CarbonInventory;
import io.dcsdk.cooling.FacilityTable;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.series.StepTable;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.WeatherYear;
import java.util.List;

/** Cooling configurations by the hour: the weather, then the columns of each, led by its name where there are several. */
final class FacilityHours {
    private static final double KILOGRAMS_PER_TONNE = 1000;

    private FacilityHours() {}

    static StepTable of(WeatherYear weather, List<FacilityAnswer> answers) {
        TimeSeries dryBulb = weather.dryBulb();
        TimeSeries wetBulb = weather.wetBulb();
        StepTable table = StepTable.at(weather.axis())
                .with("dry bulb", "degC", dryBulb::at)
                .with("wet bulb", "degC", wetBulb::at);
        for (FacilityAnswer answer : answers) {
            String prefix = answers.size() == 1 ? "" : answer.kind() + " ";
            table = FacilityTable.appended(table, prefix, answer.year());
            if (answer.carbon().isPresent()) {
                CarbonInventory inventory = answer.carbon().get().operation();
                table = tonnes(table, prefix + "location-based carbon", inventory.locationByHour());
                table = tonnes(table, prefix + "market-based carbon", inventory.marketByHour());
            }
        }
        return table;
    }

    private static StepTable tonnes(StepTable table, String name, TimeSeries kilograms) {
        return table.with(name, "t/h", hour -> kilograms.at(hour) / KILOGRAMS_PER_TONNE);
    }
}
