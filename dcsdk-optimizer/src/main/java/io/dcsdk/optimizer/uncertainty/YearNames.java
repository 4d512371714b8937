package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.stochastic.TwoStageProgram;

/** Names of variables and rows of a year in the program of all years, such as {@code server x [year 2]}. */
final class YearNames {
    private static final String IN_YEAR = "[year ";

    private YearNames() {}

    /** What a variable or row of a year's program is called in that of all years. */
    static String in(int year, String name) {
        return TwoStageProgram.nameIn(name, "year " + year);
    }

    /** The year of a variable or row of the program of all years. */
    static int yearOf(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(IN_YEAR) + IN_YEAR.length(), name.length() - 1));
    }

    /** What it is called in the program of its year. */
    static String withoutYear(String name) {
        return name.substring(0, name.lastIndexOf(IN_YEAR));
    }
}
