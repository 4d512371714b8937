package io.dcsdk.training.corpus;

/** What offsets in a text count. */
public enum OffsetUnit {
    /** Unicode code points, as Python counts. */
    CODE_POINTS,
    /** UTF-16 units, as Java and JavaScript count. */
    UTF_16
}
