package io.dcsdk.training.program;

import io.dcsdk.training.model.ModelConfig;
import java.util.List;

/**
 * Writes how inputs come to the device of the parameters. The host makes them on the processor; on a GPU they are copied to
 * pinned memory, which ends before the call does, and from there without waiting, neither for the copy nor for the steps
 * before. Given to the engine as arrays of the GPU they would be copied from pageable memory, which waits for both.
 */
final class InputText {
    private static final String METHOD = "here";

    private InputText() {}

    /** The method that {@link #arrive} calls. Pinned memory comes from the engine's pool, which hands it out again once it was copied. */
    static void define(ProgramText text) {
        StepProgram.method(text, METHOD, List.of("x"), "Tensor");
        text.line("y = x");
        text.line("w = self.ws[0]");
        text.open("if ops.prim.is_cuda(w):");
        // Inputs without elements say that there is nothing, and are asked only how many they have.
        text.open("if torch.ne(torch.numel(x), 0):");
        text.open("if torch.__not__(ops.prim.is_cuda(x)):");
        text.line("y = torch.to(torch.pin_memory(x), ops.prim.device(w), None, True)");
        text.close();
        text.close();
        text.close();
        text.line("return y");
        text.close();
    }

    /** The lines after which inputs lie where the parameters do, by their names; segments that were left out are all 0. */
    static void arrive(ProgramText text, ModelConfig config, List<String> names) {
        for (String name : names) {
            text.line("%1$s = self.%2$s(%1$s)", name, METHOD);
        }
        if (names.contains("types") && config.tokenTypes() > 0) {
            text.open("if torch.eq(torch.numel(types), 0):");
            text.line("types = torch.zeros_like(ids)");
            text.close();
        }
    }
}
