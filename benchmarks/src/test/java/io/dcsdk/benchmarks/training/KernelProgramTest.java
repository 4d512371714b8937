package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.benchmarks.training.KernelProgram.Kernel;
import io.dcsdk.training.program.ComputePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KernelProgramTest {
    private static NDArray array(NDManager manager, long rows, long columns, float... values) {
        return manager.create(values, new Shape(rows, columns));
    }

    @ParameterizedTest
    @EnumSource
    void multipliesHoweverTheOperandsLie(ComputePrecision precision) {
        try (KernelProgram program = KernelProgram.open(precision)) {
            NDManager manager = program.manager();
            NDArray a = array(manager, 2, 2, 1, 2, 3, 4);
            NDArray b = array(manager, 2, 2, 5, 6, 7, 8);
            assertArrayEquals(new float[] {19, 22, 43, 50}, program.result(Kernel.PRODUCT, a, b));
            assertArrayEquals(new float[] {17, 23, 39, 53}, program.result(Kernel.LINEAR, a, b));
            assertArrayEquals(new float[] {17, 23, 39, 53}, program.result(Kernel.SCORES, a, b));
            assertArrayEquals(new float[] {26, 30, 38, 44}, program.result(Kernel.WEIGHT_GRADIENT, a, b));
            assertArrayEquals(new float[] {6, 8, 10, 12}, program.result(Kernel.ADDITION, a, b));
            if (KernelProgram.hasOneDnn(precision)) {
                assertArrayEquals(new float[] {17, 23, 39, 53}, program.result(Kernel.ONE_DNN_LINEAR, a, b));
                assertArrayEquals(new float[] {26, 30, 38, 44}, program.result(Kernel.ONE_DNN_WEIGHT_GRADIENT, a, b));
            }
        }
    }

    @Test
    void computesInThePrecisionThatWasAskedFor() {
        try (KernelProgram half = KernelProgram.open(ComputePrecision.BF16);
                KernelProgram single = KernelProgram.open(ComputePrecision.FP32)) {
            // 257 needs 9 bits; bf16 has 8.
            assertArrayEquals(new float[] {256}, sum(half));
            assertArrayEquals(new float[] {257}, sum(single));
            NDArray third = array(half.manager(), 1, 1, 1f / 3);
            assertEquals(1f / 3, half.result(Kernel.CAST, third, third)[0], 1e-3);
        }
    }

    private static float[] sum(KernelProgram program) {
        NDArray one = array(program.manager(), 1, 1, 1);
        return program.result(Kernel.ADDITION, array(program.manager(), 1, 1, 256), one);
    }

    @Test
    void theElementWiseOnes() {
        try (KernelProgram program = KernelProgram.open(ComputePrecision.FP32)) {
            NDArray a = array(program.manager(), 1, 2, -1, 1);
            NDArray ones = program.manager().ones(new Shape(2));
            assertArrayEquals(new float[] {0.11920f, 0.88080f}, program.result(Kernel.SOFTMAX, a, ones), 1e-5f);
            assertArrayEquals(new float[] {-0.15866f, 0.84134f}, program.result(Kernel.GELU, a, ones), 1e-5f);
            assertArrayEquals(new float[] {0, 2}, program.result(Kernel.LAYER_NORM, a, ones), 1e-5f);
        }
    }
}
