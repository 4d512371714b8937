package io.dcsdk.training.record.chart;

/** A value after a step that stands for so many steps. */
record Point(double step, double value, double weight) {
    Point(double step, double value) {
        this(step, value, 1);
    }
}
