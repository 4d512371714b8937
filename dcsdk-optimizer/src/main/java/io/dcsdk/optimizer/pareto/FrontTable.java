package io.dcsdk.optimizer.pareto;

import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The points of a front as comma-separated values. Text stands in quotes, and one that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class FrontTable {
    private static final String LINE_BREAK = "\r\n";
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";
    private static final BigDecimal GRAMS_PER_KILOGRAM = BigDecimal.valueOf(1000);
    private static final BigDecimal JOULES_PER_KILOWATT_HOUR = BigDecimal.valueOf(3_600_000);

    private final ParetoFront front;
    private final StringBuilder csv = new StringBuilder();

    FrontTable(ParetoFront front) {
        this.front = front;
        String more =
                switch (front.against()) {
                    case ENERGY -> "";
                    case CARBON -> ",embodied_carbon_kg";
                    case WATER -> ",water_l";
                };
        String unit =
                switch (front.against()) {
                    case ENERGY -> "kwh";
                    case CARBON -> "kg";
                    case WATER -> "l";
                };
        csv.append(
                        "kind,lambda_from_usd_per_%1$s,lambda_to_usd_per_%1$s,cost_usd,energy_kwh,carbon_kg%2$s,gap,items,problem"
                                .formatted(unit, more))
                .append(LINE_BREAK);
    }

    String csv() {
        for (SupportedPoint point : front.supported()) {
            line("supported", Optional.of(point.from()), Optional.of(point.to()), point.gap(), point.design());
        }
        for (UnsupportedPoint point : front.unsupported()) {
            line("unsupported", Optional.empty(), Optional.empty(), point.gap(), point.design());
        }
        return csv.toString();
    }

    private void line(
            String kind, Optional<FrontWeight> from, Optional<FrontWeight> to, Ratio gap, FrontDesign design) {
        csv.append(kind).append(',');
        csv.append(from.map(lambda -> number(lambda.dollars())).orElse("")).append(',');
        csv.append(to.map(lambda -> number(lambda.dollars())).orElse("")).append(',');
        csv.append(number(design.cost().base())).append(',');
        csv.append(number(quotient(design.energy().base(), JOULES_PER_KILOWATT_HOUR)))
                .append(',');
        csv.append(design.carbon().map(FrontTable::kilograms).orElse("")).append(',');
        if (front.against() == FrontMeasure.CARBON) {
            csv.append(design.embodied().map(FrontTable::kilograms).orElse("")).append(',');
        }
        if (front.against() == FrontMeasure.WATER) {
            csv.append(design.water().map(water -> number(water.base())).orElse(""))
                    .append(',');
        }
        csv.append(number(gap.base())).append(',');
        csv.append(text(design.items())).append(',');
        csv.append(text(front.problem())).append(LINE_BREAK);
    }

    private static String kilograms(CarbonMass mass) {
        return number(quotient(mass.base(), GRAMS_PER_KILOGRAM));
    }

    private static BigDecimal quotient(BigDecimal base, BigDecimal unit) {
        return base.divide(unit, MathContext.DECIMAL128);
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String text(String text) {
        boolean isFormula = !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
