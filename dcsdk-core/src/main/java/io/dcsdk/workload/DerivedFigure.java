package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;

/**
 * How one figure of a demand came about.
 *
 * @param workload the workload that it is for
 * @param figure the figure, such as {@code compute}
 * @param value its value with its unit
 * @param formula the formula with the numbers in it
 * @param source where the formula is from
 */
public record DerivedFigure(String workload, String figure, String value, String formula, String source) {
    /** Checks the components. */
    public DerivedFigure {
        ItemRules rules = ItemRules.of("derived figure", String.valueOf(figure));
        rules.required("workload", workload);
        rules.required("figure", figure);
        rules.required("value", value);
        rules.required("formula", formula);
        rules.required("source", source);
    }

    /**
     * One line for people.
     *
     * @return workload, figure, value, formula and source
     */
    public String describe() {
        return "%s: %s = %s, from %s [%s]".formatted(workload, figure, value, formula, source);
    }
}
