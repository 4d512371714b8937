package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Training a dense transformer from scratch: 6 P T operations for P parameters and T tokens (Kaplan et al., "Scaling
 * laws for neural language models", 2020), done by a deadline or on a number of accelerators.
 *
 * @param name what people call it
 * @param parameters parameters that each token activates, 1e-30 to 1e30
 * @param tokens training tokens, 1e-30 to 1e30
 * @param precision what is computed in
 * @param deadline the longest that it may take; this or the accelerators must be given
 * @param accelerators how many accelerators it shall have
 * @param bytesPerToken size of the stored training data, if it is kept in the data centre
 * @param checkpoints how the state is saved, if it is
 * @param exchange what replicas exchange, if the network is to be sized for it; needs a deadline
 */
public record PreTraining(
        String name,
        BigDecimal parameters,
        BigDecimal tokens,
        Precision precision,
        Optional<TimeSpan> deadline,
        Optional<Integer> accelerators,
        Optional<DataSize> bytesPerToken,
        Optional<CheckpointRule> checkpoints,
        Optional<GradientExchange> exchange)
        implements Workload {
    /** Checks the components. */
    public PreTraining {
        ItemRules rules = ItemRules.of("pre-training", String.valueOf(name));
        rules.text("name", name, 120);
        parameters = ModelFigures.positive(rules, "parameters", parameters);
        tokens = ModelFigures.positive(rules, "tokens", tokens);
        rules.required("precision", precision);
        deadline = Objects.requireNonNullElse(deadline, Optional.empty());
        deadline.ifPresent(time -> rules.positive("deadline", time));
        accelerators = Objects.requireNonNullElse(accelerators, Optional.empty());
        accelerators.ifPresent(count -> rules.atLeast("accelerators", count, 1));
        bytesPerToken = Objects.requireNonNullElse(bytesPerToken, Optional.empty());
        bytesPerToken.ifPresent(size -> rules.nonNegative("bytesPerToken", size));
        checkpoints = Objects.requireNonNullElse(checkpoints, Optional.empty());
        exchange = Objects.requireNonNullElse(exchange, Optional.empty());
        if (deadline.isEmpty() && accelerators.isEmpty()) {
            throw rules.broken("deadline", "none", "neither it nor accelerators is given", "add one of the two.");
        }
        if (exchange.isPresent() && deadline.isEmpty()) {
            throw rules.broken("exchange", "given", "needs a deadline for its step time", "add a deadline.");
        }
    }

    /**
     * The arithmetic of the whole run.
     *
     * @return 6 P T
     */
    public ComputeWork work() {
        return ModelFigures.flop(ModelFigures.FLOP_PER_PARAMETER_AND_TOKEN, parameters, tokens);
    }

    @Override
    public Demand demand() {
        DemandLedger ledger = new DemandLedger(name, precision);
        ledger.note(
                "training work",
                work(),
                "6 P T with P = %s, T = %s".formatted(ModelFigures.count(parameters), ModelFigures.count(tokens)),
                "Kaplan et al. 2020");
        ModelFigures.compute(ledger, work(), precision, deadline, accelerators);
        ledger.acceleratorMemory(
                ModelFigures.bytes(ModelFigures.STATE_BYTES, parameters),
                "18 B of weights, gradients and Adam state for each parameter",
                "Korthikanti et al. 2022, arXiv 2205.05198");
        bytesPerToken.ifPresent(
                size -> ledger.storage(size.times(tokens), "%s a token of training data".formatted(size), "stated"));
        checkpoints.ifPresent(rule -> ModelFigures.checkpoints(ledger, rule, parameters));
        exchange.ifPresent(rule -> ModelFigures.exchange(ledger, rule, parameters, 2, tokens, deadline.orElseThrow()));
        return ledger.demand();
    }
}
