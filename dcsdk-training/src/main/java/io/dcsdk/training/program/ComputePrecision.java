package io.dcsdk.training.program;

/** What matrix products are computed in. */
public enum ComputePrecision {
    /** IEEE 754 binary32 throughout. */
    FP32,
    /** bfloat16 with binary32 parameters, moments, loss and sums. */
    BF16
}
