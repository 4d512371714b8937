package io.dcsdk.examples;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code energy}: what happens hour by hour. */
@Command(
        name = "energy",
        mixinStandardHelpOptions = true,
        description =
                "Energy hour by hour: what cooling takes, how much supply and storage to build, and both with the hardware.",
        subcommands = {PueCommand.class, SitesCommand.class, SizeCommand.class, SweepCommand.class, JointCommand.class})
final class HourlyEnergyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    HourlyEnergyCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to do: pue, sites, size, sweep or joint");
    }
}
