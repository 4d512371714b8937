package io.dcsdk.benchmarks.training;

import java.util.regex.Pattern;

/**
 * A bf16 program that casts about as autocast does: hidden states, layer norms and softmax in binary32, the operands of each product
 * cast where they are used. Weights are the copies of the usual program on both sides, also those of layer norms, which are cast back.
 */
final class CastRewriting {
    private static final String NORM = "torch\\.layer_norm\\((\\w+), (\\[\\d+\\]), ([^,]+), ([^,]+), (\\S+), False\\)";
    private static final Pattern EMBEDDED =
            Pattern.compile("(?m)^( +)(x\\d+) = (" + NORM + ")\n +(x\\d+) = torch\\.to\\(\\2, 15, False, False\\)$");

    private CastRewriting() {}

    private static String full(String value) {
        return "torch.to(%s, 6, False, False)".formatted(value);
    }

    static String atEachUse(String usual) {
        // Two encoders are written, for training and without dropout, the second with and without a mask.
        String kept = Rewriting.each(usual, EMBEDDED, 3, found -> "%1$s%2$s = %3$s\n%1$s%4$s = %2$s"
                .formatted(found.group(1), found.group(2), found.group(3), found.group(9)));
        String text = Rewriting.each(
                kept, Pattern.compile(NORM), Rewriting.SOME, found -> "torch.layer_norm(%s, %s, %s, %s, %s, False)"
                        .formatted(
                                full(found.group(1)),
                                found.group(2),
                                full(found.group(3)),
                                full(found.group(4)),
                                found.group(5)));
        text = Rewriting.each(
                text,
                Pattern.compile("torch\\.(linear|matmul)\\((\\w+), "),
                Rewriting.SOME,
                found -> "torch.%s(torch.to(%s, 15, False, False), ".formatted(found.group(1), found.group(2)));
        return Rewriting.each(
                text,
                Pattern.compile("torch\\.softmax\\((\\w+), -1, None\\)"),
                Rewriting.SOME,
                found -> "torch.softmax(%s, -1, 6)".formatted(found.group(1)));
    }
}
