package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.NodeProposal;
import io.dcsdk.design.NodeProposal.Comparison;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence what a proposal of identical nodes gives of what is required. */
public final class ProposalSentence {
    private ProposalSentence() {}

    /**
     * The sentence.
     *
     * @param proposal N identical nodes
     * @param demand what is required, at the precision of the proposal
     * @return such as "10 nodes of 100 GFLOP/s bf16, 1 TB and 10 GB/s give 1 TFLOP/s bf16 of the 1 PFLOP/s bf16 of compute
     *     required, a thousand times too little; storage and network are met exactly."
     * @throws io.dcsdk.quantity.QuantityException if the two compute in different precisions
     */
    public static String of(NodeProposal proposal, Demand demand) {
        List<String> shortages = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        List<String> over = new ArrayList<>();
        for (Comparison comparison : proposal.against(demand)) {
            if (!comparison.met()) {
                shortages.add(shortage(comparison));
            } else if (comparison.share().compareTo(BigDecimal.ONE) == 0) {
                exact.add(comparison.name());
            } else {
                over.add("%s is met %s times over".formatted(comparison.name(), shown(comparison.share())));
            }
        }
        List<String> met = new ArrayList<>();
        if (!exact.isEmpty()) {
            met.add("%s %s met exactly".formatted(joined(exact), exact.size() == 1 ? "is" : "are"));
        }
        met.addAll(over);
        String nodes = "%s %s of %s, %s and %s"
                .formatted(
                        Amounts.number(BigDecimal.valueOf(proposal.nodes())),
                        proposal.nodes() == 1 ? "node" : "nodes",
                        proposal.compute(),
                        proposal.storage(),
                        proposal.network());
        String verb = proposal.nodes() == 1 ? "gives" : "give";
        if (shortages.isEmpty()) {
            return "%s %s all that is required; %s.".formatted(nodes, verb, joined(met));
        }
        String rest = met.isEmpty() ? "" : "; " + joined(met);
        return "%s %s %s%s.".formatted(nodes, verb, joined(shortages), rest);
    }

    private static String shortage(Comparison comparison) {
        String required = "the %s of %s required".formatted(comparison.required(), comparison.name());
        if (comparison.share().signum() == 0) {
            return "nothing of " + required;
        }
        BigDecimal times = BigDecimal.ONE.divide(comparison.share(), MathContext.DECIMAL32);
        return "%s of %s, %s times too little".formatted(comparison.provided(), required, shown(times));
    }

    private static String shown(BigDecimal times) {
        String plain = times.round(new MathContext(4)).stripTrailingZeros().toPlainString();
        return switch (plain) {
            case "10" -> "ten";
            case "100" -> "a hundred";
            case "1000" -> "a thousand";
            case "1000000" -> "a million";
            default -> Amounts.number(new BigDecimal(plain));
        };
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
