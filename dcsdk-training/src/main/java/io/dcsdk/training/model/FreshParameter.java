package io.dcsdk.training.model;

import io.dcsdk.training.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Fresh parameters. Each has a random stream of its own, from the seed and its name, so that it does not depend on what else
 * is fresh. The generator and its normal deviates are those that {@link Random} specifies, the same on every JVM.
 */
public final class FreshParameter {
    private FreshParameter() {}

    /**
     * A parameter before training.
     *
     * @param config the model, for the standard deviation and the padding row
     * @param parameter which
     * @param seed what normal deviates are drawn from
     * @return an F32 tensor
     */
    public static Tensor of(ModelConfig config, ParameterSpec parameter, long seed) {
        float[] values = new float[parameter.elements()];
        switch (parameter.initialization()) {
            case ZERO -> {}
            case ONE -> Arrays.fill(values, 1);
            case NORMAL, NORMAL_ZERO_PADDING_ROW -> {
                CRC32 name = new CRC32();
                name.update(parameter.name().getBytes(StandardCharsets.UTF_8));
                Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + name.getValue());
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (config.initializerRange() * random.nextGaussian());
                }
                if (parameter.initialization() == ParameterSpec.Initialization.NORMAL_ZERO_PADDING_ROW) {
                    int width = parameter.shape().get(1);
                    Arrays.fill(values, config.padTokenId() * width, (config.padTokenId() + 1) * width, 0);
                }
            }
        }
        return Tensor.of(
                values, parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }
}
