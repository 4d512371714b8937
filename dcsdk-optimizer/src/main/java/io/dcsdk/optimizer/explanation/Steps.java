package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * The shares by which a figure moves that is multiplied with a choice: the power per rack with the number of racks, the
 * renewable share with the load. Such a product is no linear constraint, but for each fixed share it is.
 */
final class Steps {
    private static final List<String> RAISED =
            List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50", "100");
    private static final List<String> LOWERED =
            List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1");

    private Steps() {}

    /** The shares, rising. */
    static List<Rational> of(StatedFigure figure) {
        List<Rational> shares = new ArrayList<>();
        for (String share : figure.raised() ? RAISED : LOWERED) {
            shares.add(Rational.parse(share));
        }
        return shares;
    }
}
