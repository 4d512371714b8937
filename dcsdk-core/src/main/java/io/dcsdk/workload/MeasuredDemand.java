package io.dcsdk.workload;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.profile.MeasuredEnergy;
import io.dcsdk.profile.MeasuredMemory;
import io.dcsdk.profile.ProfiledModel;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;

/** Derives the demand of measured training, figure by figure. */
final class MeasuredDemand {
    private static final String STATED = "stated";

    /** fp32 weights, gradients and two Adam moments; 16-bit runs keep a 16-bit copy of the weights besides. */
    private static final int STATE_BYTES = 16;

    /** fp32 weights and two Adam moments; 16-bit runs may save the 16-bit weights besides. */
    private static final int SAVED_BYTES = 12;

    private final MeasuredTraining training;
    private final TrainingProfile profile;
    private final TrainingRuns runs;
    private final TimeSpan time;
    private final DemandLedger ledger;

    MeasuredDemand(MeasuredTraining training) {
        this.training = training;
        this.profile = training.profile();
        this.runs = training.runs();
        this.time = runs.pace().times(training.trainingShare().orElse(Ratio.ONE));
        this.ledger = new DemandLedger(training.name(), profile.precision());
    }

    Demand demand() {
        work();
        compute();
        memory();
        training.dataset().ifPresent(this::dataset);
        training.checkpoints().ifPresent(this::checkpoints);
        training.exchange().ifPresent(this::exchange);
        energy();
        return ledger.demand();
    }

    private String measured() {
        return "measured: %s on %s".formatted(profile.model().type(), profile.device());
    }

    private void work() {
        ledger.note(
                "work of a sample",
                profile.workPerSample(),
                "%s of %d samples, padding included".formatted(profile.work(), profile.samples()),
                measured());
        ledger.note(
                "training work",
                training.work(),
                "%s samples x %d epochs".formatted(ModelFigures.count(runs.samplesPerEpoch()), runs.epochs()),
                "work of a sample");
        ledger.note(
                "time on the measured devices",
                TimeSpan.of(
                        runs.samples().divide(profile.samplesPerSecond(), MathContext.DECIMAL128),
                        TimeSpan.Unit.SECOND),
                "%s samples at %s a second"
                        .formatted(
                                ModelFigures.count(runs.samples()),
                                profile.rates().samplesPerSecond().toPlainString()),
                measured());
    }

    private void compute() {
        ComputeRate rate = training.work().per(time, profile.precision());
        String formula = "%s for %s%s"
                .formatted(
                        training.work(),
                        runs.describe(),
                        training.trainingShare()
                                .map(share -> ", of which " + share + " trains")
                                .orElse(""));
        if (training.server().isEmpty()) {
            ledger.compute(rate, formula, "work over time; servers count with the catalogue's efficiency");
            return;
        }
        PlannedServer server = training.server().get();
        Ratio relative = ledger.note(
                "relative efficiency",
                training.relativeEfficiency().orElseThrow(),
                "%s of each measured device over %s x %s, which the planner counts for %s"
                        .formatted(
                                MeasuredTraining.eachDevice(profile),
                                server.peak(),
                                server.sustainedEfficiency(),
                                server.id()),
                measured());
        ledger.compute(
                rate.dividedBy(relative.base()),
                formula + ", over the relative efficiency",
                "work over time; the measured efficiency replaces the catalogue's");
    }

    /** A CPU's memory is the host's and no demand: demanding accelerator memory would forbid the CPU that just trained. */
    private void memory() {
        if (profile.device().kind() == AcceleratorKind.CPU) {
            profile.memory()
                    .ifPresent(memory -> ledger.note("host memory", memory.host(), memory.hostSource(), measured()));
            return;
        }
        BigDecimal count =
                runs.atOnce().multiply(BigDecimal.valueOf(profile.device().count()));
        profile.memory()
                .flatMap(MeasuredMemory::device)
                .ifPresentOrElse(
                        size -> ledger.acceleratorMemory(
                                size.times(count),
                                "%s on each of %s devices".formatted(size, ModelFigures.count(count)),
                                measured()),
                        () -> ledger.acceleratorMemory(
                                bytes(STATE_BYTES + halfPrecisionBytes()).times(runs.atOnce()),
                                "%d B of weights, gradients and Adam state for each of %d parameters of %s runs"
                                        .formatted(
                                                STATE_BYTES + halfPrecisionBytes(),
                                                model().parameters(),
                                                ModelFigures.count(runs.atOnce())),
                                "not measured; Korthikanti et al. 2022, arXiv 2205.05198"));
    }

    private void dataset(DataSize size) {
        ledger.storage(size, "the examples", STATED);
        ledger.storageRead(
                size.times(runs.epochs()).dividedBy(time),
                "the examples once in each of %d epochs".formatted(runs.epochs()),
                "work over time");
    }

    private void checkpoints(CheckpointRule rule) {
        DataSize each = profile.checkpoint()
                .map(size -> ledger.note("checkpoint", size, "as it was written", measured()))
                .orElseGet(() -> ledger.note(
                        "checkpoint",
                        bytes(SAVED_BYTES + halfPrecisionBytes()),
                        "%d B for each of %d parameters"
                                .formatted(SAVED_BYTES + halfPrecisionBytes(), model().parameters()),
                        "not measured; weights, fp32 master weights and two Adam moments"));
        ModelFigures.checkpoints(ledger, rule, each.times(runs.atOnce()));
    }

    private void exchange(GradientExchange rule) {
        BigDecimal tokens = BigDecimal.valueOf(profile.tokens())
                .multiply(runs.samples())
                .divide(BigDecimal.valueOf(profile.samples()), MathContext.DECIMAL128);
        ModelFigures.exchange(
                ledger,
                rule,
                BigDecimal.valueOf(model().parameters()),
                profile.precision().bytes(),
                tokens,
                time);
    }

    private void energy() {
        profile.energyPerSample().ifPresent(each -> {
            String meter = profile.energy().map(MeasuredEnergy::source).orElseThrow();
            ledger.note("measured energy of a sample", each, "mean power over samples/s", meter);
            ledger.note("measured energy of a run", each.times(runs.samples()), "energy of a sample", meter);
        });
        training.server().ifPresent(server -> {
            BigDecimal speed = profile.samplesPerSecond()
                    .divide(BigDecimal.valueOf(profile.device().count()), MathContext.DECIMAL128)
                    .multiply(BigDecimal.valueOf(server.accelerators()));
            Energy each = server.maxPower().times(TimeSpan.seconds(1)).dividedBy(speed);
            ledger.note(
                    "planned energy of a sample",
                    each,
                    "%s at full load over %s samples/s of %d accelerators as fast as measured"
                            .formatted(
                                    server.maxPower(),
                                    ModelFigures.count(speed.round(new MathContext(6))),
                                    server.accelerators()),
                    "the whole server " + server.id() + ", without cooling");
        });
    }

    private ProfiledModel model() {
        return profile.model();
    }

    private DataSize bytes(int each) {
        return ModelFigures.bytes(BigDecimal.valueOf(each), BigDecimal.valueOf(model().parameters()));
    }

    private int halfPrecisionBytes() {
        return profile.precision().bytes() == 2 ? 2 : 0;
    }
}
