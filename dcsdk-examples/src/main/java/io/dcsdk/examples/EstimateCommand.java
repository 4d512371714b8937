package io.dcsdk.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code estimate}: the models behind the plans, one question at a time. The answer is always one JSON object. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Answers one question of a model: step time, fabric or energy; always as one JSON object.",
        subcommands = {StepTimeCommand.class, FabricCommand.class, EnergyCommand.class})
final class EstimateCommand implements Runnable {
    /** More digits than any model is good for, few enough to hide the noise of binary fractions. */
    private static final MathContext TEN_DIGITS = new MathContext(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    EstimateCommand() {}

    static BigDecimal rounded(double value) {
        BigDecimal digits = BigDecimal.valueOf(value).round(TEN_DIGITS);
        return digits.signum() == 0 ? BigDecimal.ZERO : digits.stripTrailingZeros();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to estimate: step-time, fabric or energy");
    }
}
