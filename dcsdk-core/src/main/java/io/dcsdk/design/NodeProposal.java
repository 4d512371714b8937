package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The founding formula's design: N identical nodes, each with compute, storage and network.
 *
 * @param nodes N, at least 0
 * @param compute arithmetic of a node
 * @param storage capacity of a node
 * @param network rate of a node
 */
public record NodeProposal(long nodes, ComputeRate compute, DataSize storage, DataRate network) {
    /** Checks the components. */
    public NodeProposal {
        ItemRules rules = ItemRules.of("proposal", "");
        rules.atLeast("nodes", nodes, 0);
        rules.nonNegative("compute", compute);
        rules.nonNegative("storage", storage);
        rules.nonNegative("network", network);
    }

    /**
     * A figure of the proposal beside what is required.
     *
     * @param name compute, storage or network
     * @param provided N times the node's figure
     * @param required the demand's figure
     * @param share provided / required, rounded to 34 digits; 1 when nothing is required
     */
    public record Comparison(String name, String provided, String required, BigDecimal share) {
        /**
         * Whether the requirement is met.
         *
         * @return true at a share of 1 or above
         */
        public boolean met() {
            return share.compareTo(BigDecimal.ONE) >= 0;
        }

        /**
         * One line for people.
         *
         * @return such as "compute: 1 TFLOP/s of 1 PFLOP/s required, 1000 times short"
         */
        public String describe() {
            String verdict;
            if (share.compareTo(BigDecimal.ONE) == 0) {
                verdict = "met exactly";
            } else if (met()) {
                verdict = "met %s times over".formatted(plain(share));
            } else if (share.signum() == 0) {
                verdict = "nothing is provided";
            } else {
                verdict = "%s times short".formatted(plain(BigDecimal.ONE.divide(share, MathContext.DECIMAL32)));
            }
            return "%s: %s of %s required, %s".formatted(name, provided, required, verdict);
        }

        private static String plain(BigDecimal value) {
            return value.round(new MathContext(4)).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Compares with a demand.
     *
     * @param demand what is required, at the precision of the proposal
     * @return compute, storage and network
     */
    public List<Comparison> against(Demand demand) {
        return List.of(
                compare("compute", compute.times(nodes), demand.compute()),
                compare("storage", storage.times(nodes), demand.storage()),
                compare("network", network.times(nodes), demand.network()));
    }

    private static <Q extends Quantity<Q>> Comparison compare(String name, Q provided, Q required) {
        BigDecimal share = required.isZero()
                ? BigDecimal.ONE
                : provided.dividedBy(required).base();
        return new Comparison(name, provided.toString(), required.toString(), share);
    }
}
