/**
 * HuggingFace folders of BERT, RoBERTa and DistilBERT, in and out: config.json, model.safetensors, tokenizer files.
 *
 * <p>Start with {@link io.dcsdk.training.checkpoint.Checkpoint}, which opens a folder and tells its configuration; its
 * {@link io.dcsdk.training.checkpoint.WeightBinding} gives each parameter its tensor or says that it is fresh. {@link
 * io.dcsdk.training.checkpoint.CheckpointWriter} writes a folder that loads unchanged in {@code transformers}. Faults
 * come as {@link io.dcsdk.training.checkpoint.CheckpointException}. Imports {@code io.dcsdk.training.files}, {@code
 * .safetensors}, {@code .model} and {@code .tensor}.
 */
@NullMarked
package io.dcsdk.training.checkpoint;

import org.jspecify.annotations.NullMarked;
