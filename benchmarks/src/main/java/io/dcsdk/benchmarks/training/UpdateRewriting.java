package io.dcsdk.benchmarks.training;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The update of a training program without what makes it fast: AdamW by lists, in one kernel, with the clipping in it. */
final class UpdateRewriting {
    private static final Pattern ADAMW = Pattern.compile(
            "(?m)^( +)ops\\.aten\\._fused_adamw_\\(self\\.w([01]), g\\2, self\\.m\\2, self\\.v\\2, annotate\\(List\\[Tensor\\], \\[\\]\\),"
                    + " self\\.t\\2, (lr=lr, beta1=(\\S+), beta2=(\\S+), weight_decay=(\\S+), eps=(\\S+), amsgrad=False, maximize=False,"
                    + " grad_scale=(\\w+), found_inf=spoiled)\\)$");
    private static final Pattern CUT = Pattern.compile(
            "(?m)^( +)g0 = torch\\.slice\\(gs, 0, (\\d+), 1\\)\n +g1 = torch\\.slice\\(gs, \\2, (\\d+), 1\\)$");
    private static final Pattern RESULT =
            Pattern.compile("(?m)^( +)return torch\\.stack\\(\\[loss, (x\\d+), spoiled\\]\\)$");
    private static final Pattern SCALE = Pattern.compile(
            "(?m)^( +)(x\\d+) = torch\\.clamp_min\\(torch\\.div\\(torch\\.add\\((x\\d+), 1\\.0e-6\\), (\\S+)\\), 1\\.0\\)$");

    private UpdateRewriting() {}

    /**
     * A fused call for each tensor. Updates of a list that only the method knows are removed as dead code, so the lists are
     * counted: a step whose count is not that of the leaves would be spoiled.
     */
    static String perTensor(String usual) {
        String leaves = Rewriting.first(usual, CUT).group(3);
        String counted = Rewriting.each(usual, CUT, 1, found -> found.group(1) + "updated = 0\n" + found.group());
        String looped = Rewriting.each(counted, ADAMW, 2, found -> lines(
                        found.group(1),
                        "for i in range(torch.len(g#)):",
                        "  w = [self.w#[i]]",
                        "  ops.aten._fused_adamw_(w, [g#[i]], [self.m#[i]], [self.v#[i]], annotate(List[Tensor], []), [self.t#[i]], "
                                + found.group(3) + ")",
                        "  updated = torch.add(updated, torch.len(w))")
                .replace("#", found.group(2)));
        return Rewriting.each(
                looped,
                RESULT,
                1,
                found -> "%sreturn torch.stack([loss, %s, torch.add(spoiled, torch.sub(updated, %s))])"
                        .formatted(found.group(1), found.group(2), leaves));
    }

    /** The operations of an AdamW that is written out (arXiv 1711.05101), tensor by tensor. */
    static String unfused(String usual) {
        return Rewriting.each(usual, ADAMW, 2, found -> lines(
                        found.group(1),
                        "rate = torch.neg(torch.div(lr, torch.sub(1, torch.pow(%s, t))))".formatted(found.group(4)),
                        "root = torch.sqrt(torch.sub(1, torch.pow(%s, t)))".formatted(found.group(5)),
                        "if torch.eq(int(spoiled), 0):",
                        "  for i in range(torch.len(g#)):",
                        "    g = "
                                + (found.group(8).equals("None")
                                        ? "g#[i]"
                                        : "torch.div(g#[i], " + found.group(8) + ")"),
                        "    w = self.w#[i]",
                        "    m = self.m#[i]",
                        "    v = self.v#[i]",
                        "    _1 = torch.mul_(w, torch.sub(1, torch.mul(lr, %s)))".formatted(found.group(6)),
                        "    _2 = torch.add_(torch.mul_(m, %s), g, alpha=%s)"
                                .formatted(found.group(4), rest(found.group(4))),
                        "    _3 = torch.addcmul_(torch.mul_(v, %s), g, g, value=%s)"
                                .formatted(found.group(5), rest(found.group(5))),
                        "    d = torch.add_(torch.div_(torch.sqrt(v), root), %s)".formatted(found.group(7)),
                        "    _4 = torch.addcdiv_(w, torch.mul(m, rate), d)")
                .replace("#", found.group(2)));
    }

    /** The norm is read, which on a GPU waits for it, and all gradients are multiplied before AdamW reads them again. */
    static String clippedOnTheHost(String usual) {
        MatchResult scale = Rewriting.first(usual, SCALE);
        String clipped = Rewriting.each(
                usual,
                SCALE,
                1,
                found -> lines(
                        found.group(1),
                        "norm = torch.add(float(" + found.group(3) + "), 1.0e-6)",
                        "if torch.gt(norm, " + found.group(4) + "):",
                        "  factor = torch.div(" + found.group(4) + ", norm)",
                        "else:",
                        "  factor = 1.0",
                        "torch._foreach_mul_(gs, factor)"));
        return Rewriting.each(
                clipped, Pattern.compile("grad_scale=" + scale.group(2) + ","), 2, found -> "grad_scale=None,");
    }

    private static String rest(String share) {
        return Double.toString(1 - Double.parseDouble(share));
    }

    private static String lines(String indent, String... lines) {
        return indent + String.join("\n" + indent, lines);
    }
}
