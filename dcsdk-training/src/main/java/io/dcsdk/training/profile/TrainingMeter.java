package io.dcsdk.training.profile;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.profile.ProfiledModel;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterLayout;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a training run. The loop tells it each batch and each step, and when it does something else:
 *
 * <pre>
 * start                                  wall time begins
 *   batch, batch, step                   warm-up: not counted
 *   batch, batch, step                   counted
 *   pause ... evaluation ... resume      not counted
 *   batch, batch, step
 * profile
 * </pre>
 *
 * <p>Time and energy are taken at the ends of stretches of steps, not of each step. A GPU may still be computing when a step's
 * call returns; {@link #synchronisedBy} names what waits for it, and the meter calls that at the ends of a stretch only, so
 * that measuring slows nothing down. One thread feeds the meter and asks for the profile.
 */
public final class TrainingMeter {
    private static final String OWNER = "the training meter";

    private final ModelConfig model;
    private final ProfiledDevice device;
    private final Precision precision;
    private final TransformerFlops flops;
    private final LongSupplier nanoseconds;

    private int warmUp;
    private EnergyMeter energyMeter = EnergyMeter.none("no energy meter was given");
    private Optional<Power> idlePower = Optional.empty();
    private @Nullable PeakMemory peakMemory;
    private Runnable synchronise = () -> {};
    private Map<String, String> versions = Map.of();

    private State state = State.NEW;
    private long started;
    private long seenSteps;
    private StepCounts batches = new StepCounts();
    private final StepCounts counted = new StepCounts();
    private Stretches stretches;

    private enum State {
        NEW,
        RUNNING,
        PAUSED
    }

    TrainingMeter(ModelConfig model, ProfiledDevice device, Precision precision, LongSupplier nanoseconds) {
        this.model = model;
        this.device = device;
        this.precision = precision;
        this.flops = TransformerFlops.of(model);
        this.nanoseconds = nanoseconds;
        this.stretches = new Stretches(nanoseconds, energyMeter, synchronise);
    }

    /**
     * A meter that has not started; without warm-up, energy and memory unless those are given.
     *
     * @param model the model
     * @param device what it runs on, see {@link ProfiledDevices}
     * @param precision what its matrix products are computed in
     * @return the meter
     */
    public static TrainingMeter of(ModelConfig model, ProfiledDevice device, Precision precision) {
        return new TrainingMeter(model, device, precision, System::nanoTime);
    }

    /**
     * Steps at the start that are not counted: native code is loaded, compiled and tuned in them.
     *
     * @param steps how many, from 0
     * @return this meter
     * @throws ProfileException if it is negative or the meter has started
     */
    public synchronized TrainingMeter warmUp(int steps) {
        requireNew("warmUp");
        if (steps < 0) {
            throw new ProfileException("warmUp", steps, OWNER, "is below 0", "no warm-up is meant: 0.");
        }
        warmUp = steps;
        return this;
    }

    /**
     * What counts the energy. It stays the caller's to close.
     *
     * @param meter the meter
     * @return this meter
     * @throws ProfileException if the meter has started
     */
    public synchronized TrainingMeter energy(EnergyMeter meter) {
        requireNew("energy");
        energyMeter = meter;
        return this;
    }

    /**
     * What the energy meter saw before the run, see {@link IdlePower}.
     *
     * @param power mean power without work, if it is known
     * @return this meter
     * @throws ProfileException if the meter has started
     */
    public synchronized TrainingMeter idle(Optional<Power> power) {
        requireNew("idle");
        idlePower = power;
        return this;
    }

    /**
     * What watches the memory. It stays the caller's to close.
     *
     * @param memory the watch
     * @return this meter
     * @throws ProfileException if the meter has started
     */
    public synchronized TrainingMeter memory(PeakMemory memory) {
        requireNew("memory");
        peakMemory = memory;
        return this;
    }

    /**
     * What waits until the device has done all that it was given.
     *
     * @param wait called at the ends of a stretch of steps, on the thread that feeds the meter
     * @return this meter
     * @throws ProfileException if the meter has started
     */
    public synchronized TrainingMeter synchronisedBy(Runnable wait) {
        requireNew("synchronisedBy");
        synchronise = wait;
        return this;
    }

    /**
     * Versions that the profile shall name.
     *
     * @param names version by name, such as {@code java} and {@code 17.0.15}
     * @return this meter
     * @throws ProfileException if the meter has started
     */
    public synchronized TrainingMeter versions(Map<String, String> names) {
        requireNew("versions");
        versions = ImmutableMap.copyOf(names);
        return this;
    }

    /**
     * Starts the run.
     *
     * @throws ProfileException if it has started before
     */
    public synchronized void start() {
        requireNew("start");
        state = State.RUNNING;
        stretches = new Stretches(nanoseconds, energyMeter, synchronise);
        started = nanoseconds.getAsLong();
        if (warmUp == 0) {
            stretches.begin();
        }
    }

    /**
     * A batch went through forward and backward pass.
     *
     * @param rows rows (samples), at least 1
     * @param length tokens of each row with padding, 1 to the model's longest
     * @param tokens tokens that are no padding, 1 to rows × length
     * @throws ProfileException if a figure is outside or the meter is not running
     */
    public synchronized void batch(int rows, int length, long tokens) {
        requireRunning("batch");
        ComputeWork work = flops.training(rows, length);
        long padded = (long) rows * length;
        if (tokens < 1 || tokens > padded) {
            throw new ProfileException(
                    "tokens", tokens, "the batch", "is not within 1 and " + padded, "padding was counted as well.");
        }
        batches.batch(rows, tokens, padded, work);
    }

    /**
     * The optimizer took a step with the batches since the last one.
     *
     * @throws ProfileException if there were none or the meter is not running
     */
    public synchronized void step() {
        requireRunning("step");
        if (batches.samples() == 0) {
            throw new ProfileException("step", seenSteps, OWNER, "had no batch", "call batch(...) before step().");
        }
        seenSteps++;
        if (seenSteps > warmUp) {
            counted.step(batches);
        }
        batches = new StepCounts();
        if (seenSteps == warmUp) {
            stretches.begin();
        }
    }

    /**
     * Something else begins: an evaluation, a checkpoint.
     *
     * @throws ProfileException if the meter is not running, or in the middle of a step
     */
    public synchronized void pause() {
        requireRunning("pause");
        requireBetweenSteps("pause");
        endStretch();
        state = State.PAUSED;
    }

    /**
     * Training goes on.
     *
     * @throws ProfileException if the meter is not paused
     */
    public synchronized void resume() {
        if (state != State.PAUSED) {
            throw new ProfileException("resume", state, OWNER, "is only for a paused meter", "call pause() before.");
        }
        state = State.RUNNING;
        if (seenSteps >= warmUp) {
            stretches.begin();
        }
    }

    /**
     * What was measured up to now, without a checkpoint's size.
     *
     * @return the profile; empty while no step was counted
     * @throws ProfileException if the meter has not started, or is in the middle of a step
     */
    public Optional<TrainingProfile> profile() {
        return profile(Optional.empty());
    }

    /**
     * What was measured up to now. A running meter goes on.
     *
     * @param checkpoint size of a complete checkpoint, if one was written
     * @return the profile; empty while no step was counted
     * @throws ProfileException if the meter has not started, or is in the middle of a step
     */
    public synchronized Optional<TrainingProfile> profile(Optional<DataSize> checkpoint) {
        if (state == State.NEW) {
            throw new ProfileException("profile", state, OWNER, "has not started", "call start() before training.");
        }
        requireBetweenSteps("profile");
        boolean timed = endStretch();
        TimeSpan wallTime = Stretches.seconds(nanoseconds.getAsLong() - started);
        if (timed) {
            stretches.begin();
        }
        return counted.steps() == 0 || stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrainingProfile(
                        describedModel(),
                        device,
                        precision,
                        counted.steps(),
                        counted.samples(),
                        counted.tokens(),
                        counted.paddedTokens(),
                        counted.work(),
                        stretches.time(),
                        wallTime,
                        stretches.energy().map(energy -> energy.withIdlePower(idlePower)),
                        Optional.ofNullable(peakMemory).map(PeakMemory::measured),
                        checkpoint,
                        new TreeMap<>(versions)));
    }

    /**
     * What is said of the energy: what the meter counts, or why it counts nothing.
     *
     * @return one line
     */
    public synchronized String energySource() {
        return stretches.source();
    }

    private boolean endStretch() {
        boolean ended = stretches.end();
        PeakMemory memory = peakMemory;
        if (memory != null) {
            memory.sample();
        }
        return ended;
    }

    private ProfiledModel describedModel() {
        long parameters = ParameterLayout.of(model).stream()
                .mapToLong(parameter -> parameter.elements())
                .sum();
        return new ProfiledModel(
                model.architecture().modelType(),
                parameters,
                model.layers(),
                model.hiddenSize(),
                model.heads(),
                model.intermediateSize(),
                model.vocabularySize());
    }

    private void requireNew(String call) {
        if (state != State.NEW) {
            throw new ProfileException(call, state, OWNER, "comes after the start", "call it before start().");
        }
    }

    private void requireRunning(String call) {
        if (state != State.RUNNING) {
            throw new ProfileException(
                    call, state, OWNER, "is only for a running meter", "call start() or resume() before.");
        }
    }

    private void requireBetweenSteps(String call) {
        if (batches.samples() > 0) {
            throw new ProfileException(
                    call,
                    batches.samples() + " samples",
                    OWNER,
                    "comes in the middle of a step",
                    "call step() before.");
        }
    }
}
