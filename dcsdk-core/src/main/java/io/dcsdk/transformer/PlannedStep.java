package io.dcsdk.transformer;

/**
 * A plan with what it costs.
 *
 * @param plan the plan
 * @param time its step time
 * @param memory its memory per GPU
 */
public record PlannedStep(ParallelismPlan plan, StepTime time, TrainingMemory memory) {}
