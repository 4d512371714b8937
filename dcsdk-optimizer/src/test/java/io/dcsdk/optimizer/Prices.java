package io.dcsdk.optimizer;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems in another currency. */
final class Prices {
    private static final Pattern DOLLARS = Pattern.compile("\"([0-9.]+) (USD[^\"]*)\"");

    private Prices() {}

    /** The problem with every amount of money in its document multiplied. */
    static DesignProblem times(DesignProblem problem, int factor) {
        Matcher amount = DOLLARS.matcher(Documents.toJson(problem));
        String scaled = amount.replaceAll(found -> "\"%s %s\""
                .formatted(
                        new BigDecimal(found.group(1))
                                .multiply(BigDecimal.valueOf(factor))
                                .toPlainString(),
                        found.group(2)));
        return Documents.read(scaled, "problem.json", DocumentFormat.JSON, DesignProblem.class);
    }
}
