package io.dcsdk.optimizer.joint;

import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.util.Optional;

/**
 * A round of the search: the best design as far as the cuts tell, and what it costs with its supply. Where the bound alone
 * closes the gap, the last round is about the best design again.
 *
 * @param number from 1; the design of the first round was chosen without any regard to its supply
 * @param lowerBound no design with its supply has a smaller objective; the best of this and earlier rounds
 * @param cooling the cooling system of the design, if it has one
 * @param meanIt mean power of its IT equipment
 * @param objective of the design with its supply; absent if it cannot be supplied
 * @param best the best objective so far, if there is one
 * @param gap between that and the lower bound, relative
 */
public record JointRound(
        int number,
        Money lowerBound,
        Optional<String> cooling,
        Power meanIt,
        Optional<Money> objective,
        Optional<Money> best,
        Optional<Ratio> gap) {}
