package io.dcsdk.training;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.LabelAlignment;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.schedule.Decay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fine-tunes a model for named-entity recognition. Start from a checkpoint or a shape, say what to train on, change what
 * differs from the defaults, in any order and each thing once, and {@link #fit()}.
 *
 * <p>The defaults are those of the BERT paper's fine-tuning: 3 epochs, 16 sentences a batch, a learning rate of 5e-5 that falls
 * in a straight line after a warm-up of a tenth, weight decay 0.01, gradients clipped at norm 1. A run depends on its settings, data
 * and seed alone: the same run gives the same bytes on the same machine.
 */
public final class NerTrainer {
    final Optional<Checkpoint> checkpoint;
    final Optional<ModelConfig> shape;
    final Optional<TokenizerJson> tokenizer;
    final Setting<Optional<Corpus>> train = new Setting<>("training corpus", Optional.empty());
    final Setting<Optional<Corpus>> validation = new Setting<>("validation corpus", Optional.empty());
    final Setting<Integer> epochs = new Setting<>("epochs", 3);
    final Setting<BatchPlanner> batches = new Setting<>("batch size", BatchPlanner.ofSentences(16));
    final Setting<Integer> accumulation = new Setting<>("accumulation", 1);
    final Setting<Double> learningRate = new Setting<>("learning rate", 5e-5);
    final Setting<Double> warmup = new Setting<>("warm-up", 0.1);
    final Setting<Decay> decay = new Setting<>("decay", Decay.LINEAR);
    final Setting<Double> weightDecay = new Setting<>("weight decay", 0.01);
    final Setting<Double> clipNorm = new Setting<>("clip norm", 1.0);
    final Setting<Double> labelSmoothing = new Setting<>("label smoothing", 0.0);
    final Setting<Map<String, Double>> classWeights = new Setting<>("class weights", Map.of());
    final Setting<Optional<ComputePrecision>> precision = new Setting<>("precision", Optional.empty());
    final Setting<Boolean> recomputation = new Setting<>("recomputation", false);
    final Setting<List<ComputeDevice>> devices = new Setting<>("devices", List.of());
    final Setting<Long> seed = new Setting<>("seed", 42L);
    final Setting<Integer> maxLength = new Setting<>("maximum length", ModelParts.USUAL_LENGTH);
    final Setting<TagScheme> scheme = new Setting<>("tag scheme", TagScheme.BIO);
    final Setting<LabelAlignment> alignment = new Setting<>("label alignment", LabelAlignment.FIRST_SUBWORD);
    final Setting<Integer> patience = new Setting<>("patience", 0);
    final Setting<Optional<Path>> output = new Setting<>("output", Optional.empty());
    final Setting<Long> checkpointEvery = new Setting<>("checkpoint interval", 0L);
    final Setting<Optional<Path>> encodingCache = new Setting<>("encoding cache", Optional.empty());
    final Setting<BooleanSupplier> stop = new Setting<>("stop signal", () -> false);
    final List<TrainingListener> listeners = new ArrayList<>();
    final List<ValidationListener> validationListeners = new ArrayList<>();

    private NerTrainer(
            Optional<Checkpoint> checkpoint, Optional<ModelConfig> shape, Optional<TokenizerJson> tokenizer) {
        this.checkpoint = checkpoint;
        this.shape = shape;
        this.tokenizer = tokenizer;
    }

    /**
     * Starts from a checkpoint: its encoder and tokenizer, and its head too if that is one for tokens whose labels cover the
     * training corpus.
     *
     * @param checkpoint a HuggingFace folder
     * @return a trainer
     */
    public static NerTrainer from(Checkpoint checkpoint) {
        return new NerTrainer(Optional.of(checkpoint), Optional.empty(), Optional.empty());
    }

    /**
     * Starts from nothing but a shape and a vocabulary.
     *
     * @param shape the model; its head and labels are replaced by those of the training corpus
     * @param tokenizer the tokenizer, for instance {@code TokenizerFolder.vocabulary(vocabTxt, settings)}
     * @return a trainer
     */
    public static NerTrainer fromScratch(ModelConfig shape, TokenizerJson tokenizer) {
        return new NerTrainer(Optional.empty(), Optional.of(shape), Optional.of(tokenizer));
    }

    /**
     * What to train on. Required.
     *
     * @param corpus tagged sentences
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer train(Corpus corpus) {
        train.set(Optional.of(corpus), corpus.source());
        return this;
    }

    /**
     * What to evaluate on after each epoch. With it, the best epoch's parameters become the model; without, the last.
     *
     * @param corpus tagged sentences
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer validate(Corpus corpus) {
        validation.set(Optional.of(corpus), corpus.source());
        return this;
    }

    /**
     * Passes over the training corpus.
     *
     * @param count at least 1
     * @return this
     * @throws TrainingException if it is less, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer epochs(int count) {
        epochs.require(count >= 1, count, "it is below 1", "train for 3").set(count);
        return this;
    }

    /**
     * Sentences in a batch, of similar length.
     *
     * @param sentences at least 1
     * @return this
     * @throws TrainingException if it is less, or the batches were set before
     */
    @CanIgnoreReturnValue
    public NerTrainer batchSize(int sentences) {
        batches.require(sentences >= 1, sentences, "it is below 1", "use 16");
        batches.set(BatchPlanner.ofSentences(sentences), sentences + " sentences");
        return this;
    }

    /**
     * Tokens in a batch, padding included: many short sentences or a few long ones.
     *
     * @param tokens at least 3, and at least the longest row
     * @return this
     * @throws TrainingException if it is below 3, or the batches were set before
     */
    @CanIgnoreReturnValue
    public NerTrainer tokenBudget(int tokens) {
        batches.require(tokens >= 3, tokens + " tokens", "no row is that short", "use 2048 tokens");
        batches.set(BatchPlanner.ofTokens(tokens), tokens + " tokens");
        return this;
    }

    /**
     * Batches whose gradients add up to one optimizer step. With several devices they are dealt out to them.
     *
     * @param count at least 1
     * @return this
     * @throws TrainingException if it is less, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer accumulate(int count) {
        accumulation.require(count >= 1, count, "it is below 1", "use 1").set(count);
        return this;
    }

    /**
     * The highest learning rate.
     *
     * @param peak above 0 and at most 1
     * @return this
     * @throws TrainingException if it is out of range, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer learningRate(double peak) {
        learningRate
                .require(peak > 0 && peak <= 1, peak, "it is not above 0 and at most 1", "use 2e-5 for fine-tuning")
                .set(peak);
        return this;
    }

    /**
     * The share of the run in which the learning rate rises from 0.
     *
     * @param share from 0 to 1
     * @return this
     * @throws TrainingException if it is out of range, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer warmup(double share) {
        warmup.require(share >= 0 && share <= 1, share, "it is no share from 0 to 1", "use 0.1")
                .set(share);
        return this;
    }

    /**
     * How the learning rate falls after warm-up.
     *
     * @param form constant, linear or cosine
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer decay(Decay form) {
        decay.set(form);
        return this;
    }

    /**
     * Decoupled weight decay, on everything but biases and layer norms.
     *
     * @param value from 0
     * @return this
     * @throws TrainingException if it is negative, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer weightDecay(double value) {
        weightDecay
                .require(isAmount(value), value, "it is negative or no number", "use 0.01")
                .set(value);
        return this;
    }

    /**
     * The greatest norm of a gradient; greater ones are scaled down to it.
     *
     * @param norm above 0, or 0 for no clipping
     * @return this
     * @throws TrainingException if it is negative, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer clipNorm(double norm) {
        clipNorm.require(isAmount(norm), norm, "it is negative or no number", "use 1, or 0 for no clipping")
                .set(norm);
        return this;
    }

    /**
     * The share of each target that is spread over all labels.
     *
     * @param share from 0 to below 1
     * @return this
     * @throws TrainingException if it is out of range, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer labelSmoothing(double share) {
        labelSmoothing
                .require(share >= 0 && share < 1, share, "it is not from 0 to below 1", "use 0.1")
                .set(share);
        return this;
    }

    /**
     * What labels count in the loss.
     *
     * @param weights by label, from 0; labels that are not named count 1
     * @return this
     * @throws TrainingException if one is negative, or they were set before
     */
    @CanIgnoreReturnValue
    public NerTrainer classWeights(Map<String, Double> weights) {
        weights.forEach((label, weight) -> classWeights.require(
                isAmount(weight),
                label + "=" + weight,
                "it is negative or no number",
                "use 1 for what counts as usual"));
        classWeights.set(ImmutableMap.copyOf(weights));
        return this;
    }

    /**
     * What products are computed in. The default is bfloat16 on GPUs and binary32 on processors.
     *
     * @param value the precision
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer precision(ComputePrecision value) {
        precision.set(Optional.of(value), value.toString());
        return this;
    }

    /**
     * Whether to keep only the input of each layer for the backward pass and to compute the rest again: less memory, more time
     * ({@code docs/measurements/step.md} has figures), and the same result to the bit. The default is not to. A run may be
     * resumed with another choice.
     *
     * @param value true to spend time for memory
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer recomputeActivations(boolean value) {
        recomputation.set(value);
        return this;
    }

    /**
     * Where to train. The default is {@link ComputeDevice#auto()}.
     *
     * @param device a device
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer device(ComputeDevice device) {
        devices.set(List.of(device));
        return this;
    }

    /**
     * Trains on several devices, each with a replica of the model. A step takes as many batches as {@link #accumulate} says;
     * they must be at least as many as the devices, and should be a multiple of their number.
     *
     * @param several at least one device
     * @return this
     * @throws TrainingException if there is none, the CPU is among GPUs, or they were set before
     */
    @CanIgnoreReturnValue
    public NerTrainer devices(List<ComputeDevice> several) {
        devices.require(!several.isEmpty(), "none", "at least one is needed", "use device(...)")
                .require(
                        several.stream().map(ComputeDevice::isGpu).distinct().count() < 2,
                        several.toString(),
                        "the processor and a GPU do not train together",
                        "name GPUs only")
                .set(List.copyOf(several));
        return this;
    }

    /**
     * What fresh parameters, shuffling and dropout are drawn from.
     *
     * @param value any number
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer seed(long value) {
        seed.set(value);
        return this;
    }

    /**
     * The longest row of tokens, special ones included. Longer sentences are read in overlapping windows.
     *
     * @param tokens at least 3; more than the model has positions means all that it has
     * @return this
     * @throws TrainingException if it is less, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer maxLength(int tokens) {
        maxLength.require(tokens >= 3, tokens, "it is below 3", "use 128").set(tokens);
        return this;
    }

    /**
     * The scheme that the model's labels are written in; corpora are converted to it.
     *
     * @param value the scheme, BIO by default
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer scheme(TagScheme value) {
        scheme.set(value);
        return this;
    }

    /**
     * Which sub-words of a word carry its label.
     *
     * @param value the policy, the first sub-word by default
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer alignment(LabelAlignment value) {
        alignment.set(value);
        return this;
    }

    /**
     * Stops early after so many epochs without a better F1 on the validation corpus, which there must be then.
     *
     * @param count at least 1
     * @return this
     * @throws TrainingException if it is less, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer patience(int count) {
        patience.require(count >= 1, count, "it is below 1", "use 2, or leave it out to train all epochs")
                .set(count);
        return this;
    }

    /**
     * Where model, history, TensorBoard events, learning curve and states go; a run that was killed is resumed from here.
     *
     * @param folder made if it is not there
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer output(Path folder) {
        output.set(Optional.of(folder), folder.toString());
        return this;
    }

    /**
     * Optimizer steps between states in the output folder, which there must be then. The default is a state after each
     * epoch.
     *
     * @param steps at least 1
     * @return this
     * @throws TrainingException if it is less, or was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer checkpointEvery(long steps) {
        checkpointEvery.require(steps >= 1, steps, "it is below 1", "use 500").set(steps);
        return this;
    }

    /**
     * Keeps encoded corpora on disk, so that the next run reads them.
     *
     * @param folder made if it is not there
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer encodingCache(Path folder) {
        encodingCache.set(Optional.of(folder), folder.toString());
        return this;
    }

    /**
     * Asked after every step; when it says true the run writes a state and ends, to be resumed later. An interrupt of the
     * thread that called {@link #fit()} or {@link #resume()} does the same, and that thread is interrupted when they return.
     *
     * @param signal says true when the run shall end; called on the training thread
     * @return this
     * @throws TrainingException if it was set before
     */
    @CanIgnoreReturnValue
    public NerTrainer stopWhen(BooleanSupplier signal) {
        stop.set(signal);
        return this;
    }

    /**
     * Tells somebody how it goes; several may be added.
     *
     * @param listener is called on the training thread, which is not the one that calls {@link #fit()}
     * @return this
     */
    @CanIgnoreReturnValue
    public NerTrainer listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Gives somebody the whole report after each epoch; several may be added.
     *
     * @param listener is called on the training thread
     * @return this
     */
    @CanIgnoreReturnValue
    public NerTrainer onValidation(ValidationListener listener) {
        validationListeners.add(listener);
        return this;
    }

    /**
     * Trains from the start.
     *
     * @return the model: the best epoch's where there is a validation corpus, else the last; to be closed
     * @throws IllegalArgumentException if a setting is out of range, the output folder holds a run already, or training
     *     diverges; the message says what to do
     */
    public NerModel fit() {
        return TrainingRun.of(this).run(false);
    }

    /**
     * Goes on with a run that was killed or stopped, from the newest state in the output folder; from the start if there is
     * none yet. It ends with the same bytes as a run that never stopped.
     *
     * @return the model, to be closed
     * @throws IllegalArgumentException if there is no output folder, or its states are of a run with other settings
     */
    public NerModel resume() {
        if (output.get().isEmpty()) {
            throw new TrainingException(
                    "output of the trainer: without a folder there is nothing to resume\nMaybe call output(...).");
        }
        return TrainingRun.of(this).run(true);
    }

    private static boolean isAmount(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }
}
