package io.dcsdk.optimizer.search;

import java.util.Arrays;

/** Bounds that follow at a node from its own multipliers and the cutoff; they hold for everything below it. */
final class Tightening {
    final double[] multipliers;
    private int[] variables = new int[8];
    private double[] values = new double[8];
    private int size;

    Tightening(double[] multipliers) {
        this.multipliers = multipliers;
    }

    void upperBound(int variable, double value) {
        add(2 * variable + 1, value);
    }

    void lowerBound(int variable, double value) {
        add(2 * variable, value);
    }

    private void add(int code, double value) {
        if (size == variables.length) {
            variables = Arrays.copyOf(variables, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        variables[size] = code;
        values[size++] = value;
    }

    void narrow(double[] lower, double[] upper) {
        for (int k = 0; k < size; k++) {
            int variable = variables[k] / 2;
            if (variables[k] % 2 == 1) {
                upper[variable] = Math.min(upper[variable], values[k]);
            } else {
                lower[variable] = Math.max(lower[variable], values[k]);
            }
        }
    }
}
