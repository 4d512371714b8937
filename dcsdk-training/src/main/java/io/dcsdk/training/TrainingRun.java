package io.dcsdk.training;

import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.checkpoint.WeightBinding;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.DataParallelSession;
import io.dcsdk.training.engine.DeviceKernels;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.loop.LoopEnd;
import io.dcsdk.training.loop.LoopParts;
import io.dcsdk.training.loop.LoopSettings;
import io.dcsdk.training.loop.ModelKeeper;
import io.dcsdk.training.loop.TrainingLoop;
import io.dcsdk.training.loop.Validation;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.profile.EnergyMeter;
import io.dcsdk.training.profile.IdlePower;
import io.dcsdk.training.profile.PeakMemory;
import io.dcsdk.training.profile.TrainingMeter;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.schedule.LearningRate;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One run of a trainer: puts the parts together, runs the loop, and makes a model of what it kept. */
final class TrainingRun {
    private static final int WARM_UP_STEPS = 3;
    private static final int STEPS_BETWEEN_LOOKS_AT_A_GPU = 16;
    private static final int WIDTH_MULTIPLE_ON_A_GPU = 8;

    private final NerTrainer trainer;
    private final Corpus train;
    private final List<ComputeDevice> devices;
    private final ComputePrecision precision;
    private final ModelConfig config;
    private final StateLayout layout;
    private final WindowPolicy windows;

    private TrainingRun(NerTrainer trainer, List<ComputeDevice> devices) {
        this.trainer = trainer;
        this.devices = devices;
        this.train = trainer.train
                .get()
                .orElseThrow(() ->
                        new TrainingException("training corpus of the trainer: there is none\nMaybe call train(...)."))
                .in(trainer.scheme.get());
        this.precision =
                trainer.precision.get().orElse(devices.get(0).isGpu() ? ComputePrecision.BF16 : ComputePrecision.FP32);
        this.config = StartingModel.config(trainer, train);
        this.layout = StateLayout.of(config);
        this.windows = WindowPolicy.ofMaxLength(Math.min(trainer.maxLength.get(), config.maxLength()));
    }

    static TrainingRun of(NerTrainer trainer) {
        List<ComputeDevice> chosen = trainer.devices.get();
        trainer.patience.require(
                trainer.validation.isSet() || !trainer.patience.isSet(),
                trainer.patience.words(),
                "there is no validation corpus to see a gain on",
                "call validate(...)");
        trainer.checkpointEvery.require(
                trainer.output.isSet() || !trainer.checkpointEvery.isSet(),
                trainer.checkpointEvery.words(),
                "there is no folder to write states to",
                "call output(...)");
        trainer.accumulation.require(
                trainer.accumulation.get() >= chosen.size(),
                trainer.accumulation.words(),
                "a step has fewer batches than the %d devices, so some would never work".formatted(chosen.size()),
                "call accumulate(%d)".formatted(chosen.size()));
        return new TrainingRun(trainer, chosen.isEmpty() ? List.of(ComputeDevice.auto()) : chosen);
    }

    /** Runs on a thread of its own, which no interrupt can disturb. */
    NerModel run(boolean resume) {
        return RunThread.run(interrupted -> run(resume, interrupted));
    }

    private NerModel run(boolean resume, BooleanSupplier interrupted) {
        if (trainer.output.get().isEmpty()) {
            return run(Optional.empty(), resume, interrupted);
        }
        try (RunFolder folder = RunFolder.open(trainer.output.get().get(), resume)) {
            return run(Optional.of(folder), resume, interrupted);
        }
    }

    private NerModel run(Optional<RunFolder> folder, boolean resume, BooleanSupplier interrupted) {
        SubwordTokenizer tokenizer = trainer.checkpoint
                .map(Checkpoint::folder)
                .map(HuggingFaceSubwords::openForTraining)
                .orElseGet(() -> HuggingFaceSubwords.of(trainer.tokenizer.orElseThrow()));
        try {
            ModelParts.requireFits(config, tokenizer);
            return train(tokenizer, folder, resume, interrupted);
        } catch (RuntimeException | Error e) {
            tokenizer.close();
            throw e;
        }
    }

    private NerModel train(
            SubwordTokenizer tokenizer, Optional<RunFolder> folder, boolean resume, BooleanSupplier interrupted) {
        EncodedDataset rows = encode(tokenizer, train);
        if (rows.examples() == 0) {
            throw new TrainingException(
                    "training corpus (%s) of the trainer: the tokenizer turns all of it into nothing\nMaybe the vocabulary is of another language."
                            .formatted(train.source()));
        }
        // Rows as wide as the model reads must not become wider.
        boolean widened = devices.get(0).isGpu() && config.maxLength() % WIDTH_MULTIPLE_ON_A_GPU == 0;
        BatchPlanner planner =
                widened ? trainer.batches.get().withWidthMultiple(WIDTH_MULTIPLE_ON_A_GPU) : trainer.batches.get();
        int[] lengths = rows.lengths();
        LearningRate rates = LearningRate.warmedUp(
                trainer.decay.get(), trainer.learningRate.get(), trainer.warmup.get(), updates(planner, lengths));
        Best best = new Best(tokenizer, folder);
        Map<String, String> configuration = RunDescription.of(trainer, train, config, tokenizer, precision, devices);
        LoopSettings settings = new LoopSettings(
                trainer.epochs.get(),
                trainer.accumulation.get(),
                trainer.seed.get(),
                rates,
                classWeights(),
                trainer.patience.get(),
                trainer.checkpointEvery.get(),
                devices.get(0).isGpu() ? STEPS_BETWEEN_LOOKS_AT_A_GPU : 1,
                configuration);
        int gpus = (int) devices.stream().filter(ComputeDevice::isGpu).count();
        Optional<Tensor> last;
        LoopEnd end;
        TrainingMeter meter = RunMeter.of(config, precision, gpus);
        try (TrainingSession session = open();
                EnergyMeter energy = EnergyMeter.detect(gpus);
                PeakMemory memory = PeakMemory.watch(gpus)) {
            meter.warmUp(WARM_UP_STEPS)
                    .energy(energy)
                    .idle(IdlePower.of(energy))
                    .memory(memory);
            session.load(SessionState.fresh(StartingModel.parameters(trainer, config, layout)));
            LoopParts parts = new LoopParts(
                    session,
                    BatchLoader.of(rows, config.padTokenId()),
                    epoch -> planner.shuffled(lengths, trainer.seed.get(), epoch),
                    trainer.validation.get().map(corpus -> validation(session, tokenizer, corpus, rates)),
                    best,
                    folder.map(RunFolder::states),
                    RunStart.fresh(
                            rates.totalSteps(),
                            trainer.epochs.get(),
                            layout.parameterCount(),
                            String.join(
                                    ", ",
                                    devices.stream()
                                            .map(ComputeDevice::toString)
                                            .toList()),
                            RunMeter.precision(precision),
                            trainer.seed.get(),
                            configuration),
                    TrainingListener.all(listeners(folder)),
                    meter,
                    () -> trainer.stop.get().getAsBoolean() || interrupted.getAsBoolean());
            end = new TrainingLoop(settings, parts).run(resume);
            last = Optional.of(session.parameters());
        }
        Tensor parameters = best.kept
                .or(() -> end.best().isPresent() ? folder.map(place -> saved(place.model())) : Optional.empty())
                .or(() -> last)
                .orElseThrow();
        ProgramSession trained = NerModel.session(layout, precision, devices.get(0), parameters);
        var profile = meter.profile();
        folder.ifPresent(place -> profile.ifPresent(place::writeProfile));
        return new NerModel(trained, tokenizer, trainer.checkpoint, windows, Optional.of(end), profile);
    }

    /** Keeps the best parameters in memory and, if there is a folder, as a model on disk. */
    private final class Best implements ModelKeeper {
        private final SubwordTokenizer tokenizer;
        private final Optional<RunFolder> folder;
        private Optional<Tensor> kept = Optional.empty();

        private Best(SubwordTokenizer tokenizer, Optional<RunFolder> folder) {
            this.tokenizer = tokenizer;
            this.folder = folder;
        }

        @Override
        public void keep(Tensor parameters) {
            kept = Optional.of(parameters);
            folder.ifPresent(place ->
                    ModelParts.write(place.model(), layout, parameters, tokenizer, trainer.checkpoint, windows));
        }
    }

    private TrainingSession open() {
        ProgramOptions usual = ProgramOptions.defaults();
        ProgramOptions options = new ProgramOptions(
                precision,
                DeviceKernels.forTraining(devices.get(0)),
                usual.beta1(),
                usual.beta2(),
                usual.epsilon(),
                trainer.weightDecay.get(),
                trainer.clipNorm.get(),
                trainer.labelSmoothing.get(),
                classWeights(),
                trainer.recomputation.get());
        return devices.size() == 1
                ? ProgramSession.open(layout, options, devices.get(0))
                : DataParallelSession.open(layout, options, devices);
    }

    private List<TrainingListener> listeners(Optional<RunFolder> folder) {
        List<TrainingListener> all = new ArrayList<>(trainer.listeners);
        folder.ifPresent(place -> all.addAll(place.listeners()));
        return all;
    }

    private long updates(BatchPlanner planner, int[] lengths) {
        int accumulation = trainer.accumulation.get();
        return IntStream.range(0, trainer.epochs.get())
                .mapToLong(epoch ->
                        (planner.shuffled(lengths, trainer.seed.get(), epoch).batches() + accumulation - 1)
                                / accumulation)
                .sum();
    }

    private List<Double> classWeights() {
        Map<String, Double> weights = trainer.classWeights.get();
        for (String label : weights.keySet()) {
            if (!config.labels().contains(label)) {
                throw new TrainingException(
                        "class weight (%s) of the trainer: the model has no such label, only %s\nMaybe check its spelling."
                                .formatted(label, config.labels()));
            }
        }
        return weights.isEmpty()
                ? List.of()
                : config.labels().stream()
                        .map(label -> weights.getOrDefault(label, 1.0))
                        .toList();
    }

    private EncodedDataset encode(SubwordTokenizer tokenizer, Corpus corpus) {
        DatasetEncoder encoder = DatasetEncoder.of(tokenizer, config.labels(), windows)
                .withAlignment(trainer.alignment.get())
                .withThreads(Runtime.getRuntime().availableProcessors());
        if (trainer.encodingCache.get().isPresent()) {
            encoder = encoder.withCache(trainer.encodingCache.get().get());
        }
        return encoder.encode(
                corpus.sentences().stream().map(Sentence::words).toList(),
                corpus.sentences().stream().map(Sentence::tags).toList());
    }

    private Validation validation(
            TrainingSession session, SubwordTokenizer tokenizer, Corpus corpus, LearningRate rates) {
        Corpus own = corpus.in(trainer.scheme.get());
        EncodedDataset rows = encode(tokenizer, own);
        return new EpochValidation(new RowPredictor(session), rows, own, rates, trainer.validationListeners);
    }

    /** The best parameters of a run that kept them before it was resumed. */
    private Tensor saved(Path folder) {
        try (WeightBinding weights = Checkpoint.open(folder).bind(config)) {
            return layout.flatten(parameter -> weights.tensor(parameter)
                    .orElseThrow(() -> new TrainingException(
                            "model (%s) of the run: it lacks %s\nMaybe it was replaced meanwhile; start anew."
                                    .formatted(folder, parameter.name()))));
        }
    }
}
