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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formulas that pre-training and fine-tuning share. */
final class ModelFigures {
    /** Weights and gradients in 2 and 4 bytes, Adam's fp32 master weights and two moments in 12. */
    static final BigDecimal STATE_BYTES = BigDecimal.valueOf(18);

    /** A checkpoint holds bf16 weights and Adam's fp32 master weights and two moments: 2 + 12 bytes a parameter. */
    static final BigDecimal CHECKPOINT_BYTES = BigDecimal.valueOf(14);

    static final BigDecimal FLOP_PER_PARAMETER_AND_TOKEN = BigDecimal.valueOf(6);

    private static final BigDecimal LEAST = new BigDecimal("1e-30");
    private static final BigDecimal MOST = new BigDecimal("1e30");

    private ModelFigures() {}

    /** The number in one notation whatever it was written in, so that equal workloads are equal and hash alike. */
    static BigDecimal positive(ItemRules rules, String subject, @Nullable BigDecimal value) {
        BigDecimal number = rules.required(subject, value);
        if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
            throw rules.broken(subject, number, "is not within 1e-30 and 1e30", "correct the count.");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static ComputeWork flop(BigDecimal factor, BigDecimal parameters, BigDecimal tokens) {
        return ComputeWork.ZERO.plus(ComputeWork.flop(1)
                .times(factor.multiply(parameters).multiply(tokens).round(MathContext.DECIMAL128)));
    }

    static DataSize bytes(BigDecimal perUnit, BigDecimal units) {
        return DataSize.bytes(1).times(perUnit.multiply(units).round(MathContext.DECIMAL128));
    }

    /** Compute for a deadline, or a number of accelerators; returns the step time when a batch is known. */
    static void compute(
            DemandLedger ledger,
            ComputeWork work,
            Precision precision,
            Optional<TimeSpan> deadline,
            Optional<Integer> accelerators) {
        deadline.ifPresent(time -> {
            ComputeRate rate = work.per(time, precision);
            ledger.compute(rate, "%s within %s".formatted(work, time), "work over time");
        });
        accelerators.ifPresent(count -> ledger.accelerators(count, "stated", "stated"));
    }

    static void checkpoints(DemandLedger ledger, CheckpointRule rule, BigDecimal trainedParameters) {
        DataSize size = ledger.note(
                "checkpoint",
                bytes(CHECKPOINT_BYTES, trainedParameters),
                "14 B for each of %s trained parameters".formatted(count(trainedParameters)),
                "bf16 weights, fp32 master weights and two Adam moments");
        checkpoints(ledger, rule, size);
    }

    static void checkpoints(DemandLedger ledger, CheckpointRule rule, DataSize size) {
        ledger.storage(size.times(rule.kept()), "%d checkpoints kept".formatted(rule.kept()), "stated");
        ledger.storageWrite(
                size.dividedBy(rule.writeTime()), "a checkpoint within %s".formatted(rule.writeTime()), "stated");
    }

    static void exchange(
            DemandLedger ledger,
            GradientExchange exchange,
            BigDecimal trainedParameters,
            int gradientBytes,
            BigDecimal tokens,
            TimeSpan deadline) {
        BigDecimal steps = tokens.divide(exchange.batchTokens(), MathContext.DECIMAL128);
        TimeSpan step = ledger.note(
                "step time",
                deadline.dividedBy(steps),
                "%s tokens in batches of %s within %s"
                        .formatted(count(tokens), count(exchange.batchTokens()), deadline),
                "work over time");
        DataSize each = bytes(BigDecimal.valueOf(2L * gradientBytes), trainedParameters);
        DataRate rate = each.times(exchange.replicas()).dividedBy(step.times(exchange.share()));
        ledger.network(
                rate,
                "%d replicas each send 2 x %d B for each of %s parameters within %s of a step of %s"
                        .formatted(
                                exchange.replicas(), gradientBytes, count(trainedParameters), exchange.share(), step),
                "ring all-reduce of gradients: each replica sends twice its gradient (Patarasuk and Yuan 2009)");
    }

    static String count(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < -5 ? stripped.toString() : stripped.toPlainString();
    }
}
