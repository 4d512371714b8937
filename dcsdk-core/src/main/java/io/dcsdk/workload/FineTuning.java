package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;

/**
 * Training a given model further. Of the 6 P T operations of training, 2 are the forward pass, 2 the gradients of the
 * activations and 2 those of the weights; only the last shrink when a share s of the weights is trained, so that the
 * work is (4 + 2 s) P T.
 *
 * @param name what people call it
 * @param parameters parameters of the model, above 0
 * @param trainedShare share of them that is trained, above 0 and at most 1 (adapters: about 0.001)
 * @param examples training examples, above 0
 * @param tokensPerExample mean length of an example, above 0
 * @param epochs passes over the examples, at least 1
 * @param precision what is computed in
 * @param deadline the longest that it may take; this or the accelerators must be given
 * @param accelerators how many accelerators it shall have
 * @param dataset size of the stored examples, if they are kept in the data centre
 * @param checkpoints how the trained weights are saved, if they are
 * @param exchange what replicas exchange, if the network is to be sized for it; needs a deadline
 */
public record FineTuning(
        String name,
        BigDecimal parameters,
        Ratio trainedShare,
        BigDecimal examples,
        BigDecimal tokensPerExample,
        int epochs,
        Precision precision,
        Optional<TimeSpan> deadline,
        Optional<Integer> accelerators,
        Optional<DataSize> dataset,
        Optional<CheckpointRule> checkpoints,
        Optional<GradientExchange> exchange)
        implements Workload {
    /** Checks the components. */
    public FineTuning {
        ItemRules rules = ItemRules.of("fine-tuning", String.valueOf(name));
        rules.text("name", name, 120);
        parameters = ModelFigures.positive(rules, "parameters", parameters);
        rules.efficiency("trainedShare", trainedShare);
        examples = ModelFigures.positive(rules, "examples", examples);
        tokensPerExample = ModelFigures.positive(rules, "tokensPerExample", tokensPerExample);
        rules.atLeast("epochs", epochs, 1);
        rules.required("precision", precision);
        deadline = Objects.requireNonNullElse(deadline, Optional.empty());
        deadline.ifPresent(time -> rules.positive("deadline", time));
        accelerators = Objects.requireNonNullElse(accelerators, Optional.empty());
        accelerators.ifPresent(count -> rules.atLeast("accelerators", count, 1));
        dataset = Objects.requireNonNullElse(dataset, Optional.empty());
        dataset.ifPresent(size -> rules.nonNegative("dataset", size));
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
     * The tokens that are seen.
     *
     * @return examples × tokens per example × epochs
     */
    public BigDecimal tokens() {
        return examples.multiply(tokensPerExample)
                .multiply(BigDecimal.valueOf(epochs))
                .round(MathContext.DECIMAL128);
    }

    /**
     * The arithmetic of the whole run.
     *
     * @return (4 + 2 s) P T
     */
    public ComputeWork work() {
        BigDecimal factor = BigDecimal.valueOf(4).add(trainedShare.base().multiply(BigDecimal.valueOf(2)));
        return ModelFigures.flop(factor, parameters, tokens());
    }

    @Override
    public Demand demand() {
        BigDecimal trained = parameters.multiply(trainedShare.base()).round(MathContext.DECIMAL128);
        DemandLedger ledger = new DemandLedger(name, precision);
        ledger.note(
                "training work",
                work(),
                "(4 + 2 s) P T with s = %s, P = %s, T = %s"
                        .formatted(trainedShare, ModelFigures.count(parameters), ModelFigures.count(tokens())),
                "Kaplan et al. 2020, without the weight gradients of what is frozen");
        ModelFigures.compute(ledger, work(), precision, deadline, accelerators);
        DataSize weights = ModelFigures.bytes(BigDecimal.valueOf(2), parameters);
        DataSize state = ModelFigures.bytes(ModelFigures.STATE_BYTES.subtract(BigDecimal.valueOf(2)), trained);
        ledger.acceleratorMemory(
                weights.plus(state),
                "2 B for each parameter and 16 B of gradients and Adam state for each trained one",
                "Korthikanti et al. 2022, arXiv 2205.05198");
        dataset.ifPresent(size -> ledger.storage(size, "the examples", "stated"));
        checkpoints.ifPresent(rule -> ModelFigures.checkpoints(ledger, rule, trained));
        exchange.ifPresent(rule -> ModelFigures.exchange(ledger, rule, trained, 2, tokens(), deadline.orElseThrow()));
        return ledger.demand();
    }
}
