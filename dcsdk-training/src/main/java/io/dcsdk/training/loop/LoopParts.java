package io.dcsdk.training.loop;

import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.profile.TrainingMeter;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.TrainingListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * What a loop works with.
 *
 * @param session the model; it has its starting parameters already
 * @param loader makes batches
 * @param plans the batches of each epoch, from 0; the same for the same epoch
 * @param validation scores the model after each epoch, if there is a validation set
 * @param keeper keeps the best parameters
 * @param states the folder of states on disk, if there shall be any
 * @param start what listeners are told at the start of a fresh run
 * @param listener is told how it goes
 * @param meter measures speed and energy
 * @param stop asked after every step; when it says true, the run writes a state and ends
 */
public record LoopParts(
        TrainingSession session,
        BatchLoader loader,
        IntFunction<BatchPlan> plans,
        Optional<Validation> validation,
        ModelKeeper keeper,
        Optional<Path> states,
        RunStart start,
        TrainingListener listener,
        TrainingMeter meter,
        BooleanSupplier stop) {}
