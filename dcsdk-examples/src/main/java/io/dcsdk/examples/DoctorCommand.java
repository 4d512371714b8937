package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: whether training works on this machine, and what is missing if not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at this machine, loads the engine and trains a step; tells what is missing.",
        footer = {"", "Exit codes: 0 training works on this machine, 1 it does not."})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the findings as one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DoctorCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Diagnosis diagnosis = Diagnosis.make();
        if (json) {
            out.print(Documents.toJson(diagnosis));
        } else {
            diagnosis.lines().forEach(out::println);
        }
        return diagnosis.works() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
