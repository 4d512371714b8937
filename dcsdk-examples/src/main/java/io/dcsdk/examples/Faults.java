package io.dcsdk.examples;

import io.dcsdk.training.loop.DivergenceException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Turns exceptions into messages and exit codes: bad input gets its message only, a fault of the program a request. */
final class Faults {
    private Faults() {}

    static int report(Throwable fault, PrintWriter err) {
        if (isBadInput(fault)) {
            err.println(fault.getMessage());
        } else if (fault instanceof OutOfMemoryError) {
            err.println("memory: there is not enough for this input\nMaybe start java with a larger -Xmx.");
        } else {
            err.printf(
                    "dcsdk failed (%s: %s)%nMaybe this is a fault of dcsdk: please report it with the command and its"
                            + " input; java -Ddcsdk.debug -jar ... shows the stack trace.%n",
                    fault.getClass().getSimpleName(), fault.getMessage());
        }
        if (Boolean.getBoolean("dcsdk.debug") || "".equals(System.getProperty("dcsdk.debug"))) {
            fault.printStackTrace(err);
        }
        err.flush();
        if (fault instanceof DivergenceException) {
            return ExitCode.REJECTED;
        }
        return isBadInput(fault) ? ExitCode.BAD_INPUT : ExitCode.FAULT;
    }

    /**
     * All refusals of the SDK are IllegalArgumentExceptions whose second line begins with "Maybe"; one without was thrown by
     * something else and is a fault.
     */
    static boolean isBadInput(Throwable fault) {
        return fault instanceof IllegalArgumentException
                && fault.getMessage() != null
                && fault.getMessage().contains("\nMaybe");
    }

    /**
     * A step over what was read from a file. Some rules hold between problem and catalogue, and are only broken when both are
     * there: then the file is named.
     *
     * @param file where the problem is from; null for an example
     */
    static <T> T placed(@Nullable String file, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw file != null && isBadInput(e) ? BadInput.inFile(file, e) : e;
        }
    }

    static int usage(CommandLine.ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        if (fault.getCause() instanceof IllegalArgumentException refused && isBadInput(refused)) {
            String option =
                    fault.getArgSpec() instanceof CommandLine.Model.OptionSpec spec ? spec.longestName() + ", " : "";
            err.println(option + refused.getMessage());
            err.flush();
            return ExitCode.BAD_INPUT;
        }
        err.println(fault.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.printf("Maybe see: %s --help%n", command.getCommandSpec().qualifiedName());
        }
        err.flush();
        return ExitCode.BAD_INPUT;
    }
}
