package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * Serving a decoder-only transformer. Each token, prompt or output, costs 2 P operations. Output tokens come one after
 * the other, and each step reads all weights once for the whole batch of a replica, so that R replicas need a memory
 * bandwidth of R · P · bytes / (time per output token); R follows from the requests in flight (Little's law) and the
 * largest batch of a replica.
 *
 * @param name what people call it
 * @param parameters parameters of the model, above 0
 * @param precision what weights are kept and computed in
 * @param requestsPerSecond arrivals at the peak, above 0
 * @param promptTokens mean length of a prompt, above 0
 * @param outputTokens mean length of an answer, above 0
 * @param timePerOutputToken the longest time between two output tokens, above zero
 * @param batch most requests that a replica serves at a time, at least 1
 * @param timeToFirstToken the longest until the first output token, during which a request is in flight too; not counted
 *     when absent
 * @param cacheBytesPerToken key-value cache of a token: 2 · layers · key-value heads · head size · bytes; decoding reads
 *     it for all tokens of a request
 */
public record Inference(
        String name,
        BigDecimal parameters,
        Precision precision,
        BigDecimal requestsPerSecond,
        BigDecimal promptTokens,
        BigDecimal outputTokens,
        TimeSpan timePerOutputToken,
        int batch,
        Optional<TimeSpan> timeToFirstToken,
        Optional<DataSize> cacheBytesPerToken)
        implements Workload {
    /** Checks the components. */
    public Inference {
        ItemRules rules = ItemRules.of("inference", String.valueOf(name));
        rules.text("name", name, 120);
        parameters = ModelFigures.positive(rules, "parameters", parameters);
        rules.required("precision", precision);
        requestsPerSecond = ModelFigures.positive(rules, "requestsPerSecond", requestsPerSecond);
        promptTokens = ModelFigures.positive(rules, "promptTokens", promptTokens);
        outputTokens = ModelFigures.positive(rules, "outputTokens", outputTokens);
        rules.positive("timePerOutputToken", timePerOutputToken);
        rules.atLeast("batch", batch, 1);
        timeToFirstToken = Objects.requireNonNullElse(timeToFirstToken, Optional.empty());
        timeToFirstToken.ifPresent(time -> rules.positive("timeToFirstToken", time));
        cacheBytesPerToken = Objects.requireNonNullElse(cacheBytesPerToken, Optional.empty());
        cacheBytesPerToken.ifPresent(size -> rules.nonNegative("cacheBytesPerToken", size));
    }

    /**
     * Requests that are being answered at a time, by Little's law.
     *
     * @return arrival rate × (time to first token + output tokens × time per output token)
     */
    public BigDecimal requestsInFlight() {
        BigDecimal first = timeToFirstToken.map(TimeSpan::base).orElse(BigDecimal.ZERO);
        return requestsPerSecond
                .multiply(first.add(outputTokens.multiply(timePerOutputToken.base())))
                .round(MathContext.DECIMAL128);
    }

    /**
     * Replicas of the model.
     *
     * @return requests in flight over the batch, rounded up
     */
    public BigDecimal replicas() {
        return requestsInFlight().divide(BigDecimal.valueOf(batch), 0, RoundingMode.CEILING);
    }

    @Override
    public Demand demand() {
        DemandLedger ledger = new DemandLedger(name, precision);
        BigDecimal tokens = promptTokens.add(outputTokens);
        ComputeWork eachSecond =
                ModelFigures.flop(BigDecimal.valueOf(2), parameters, requestsPerSecond.multiply(tokens));
        ComputeRate rate = eachSecond.per(TimeSpan.seconds(1), precision);
        ledger.compute(
                rate,
                "2 P for each of %s tokens of %s requests/s".formatted(tokens, requestsPerSecond),
                "Kaplan et al. 2020, forward pass");
        ledger.note(
                "requests in flight",
                requestsInFlight().toPlainString(),
                "%s requests/s x (%s + %s tokens x %s)"
                        .formatted(
                                requestsPerSecond,
                                timeToFirstToken.orElse(TimeSpan.ZERO),
                                outputTokens,
                                timePerOutputToken),
                "Little's law");
        DataSize weights = ModelFigures.bytes(BigDecimal.valueOf(precision.bytes()), parameters);
        ledger.note(
                "replicas", replicas().toPlainString(), "batches of at most %d requests".formatted(batch), "stated");
        ledger.acceleratorMemory(
                weights.times(replicas()),
                "%s replicas of %s of weights".formatted(replicas().toPlainString(), weights),
                "weights stay in memory");
        cacheBytesPerToken.ifPresent(size -> {
            DataSize cache = size.times(requestsInFlight().multiply(tokens).round(MathContext.DECIMAL128));
            ledger.acceleratorMemory(
                    cache, "%s of cache for each token of the requests in flight".formatted(size), "key-value cache");
            ledger.memoryBandwidth(
                    cache.dividedBy(timePerOutputToken),
                    "the cache of every request in flight is read every %s".formatted(timePerOutputToken),
                    "key-value cache (Pope et al. 2022, arXiv 2211.05102)");
        });
        DataRate reading = weights.times(replicas()).dividedBy(timePerOutputToken);
        ledger.memoryBandwidth(
                reading,
                "each replica reads its weights every %s".formatted(timePerOutputToken),
                "decoding is bound by memory bandwidth (Pope et al. 2022, arXiv 2211.05102)");
        return ledger.demand();
    }
}
