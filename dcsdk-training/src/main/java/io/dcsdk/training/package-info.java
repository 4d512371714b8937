/**
 * NER fine-tuning of BERT-family checkpoints in pure Java, and the models that come of it.
 *
 * <p>Start with {@link io.dcsdk.training.NerTrainer} to train and {@link io.dcsdk.training.NerModel} to label:
 *
 * <pre>{@code
 * try (NerModel model = NerTrainer.from(Checkpoint.open(folder))
 *         .train(ConllReader.read(train)).validate(ConllReader.read(dev))
 *         .epochs(5).batchSize(16).learningRate(2e-5).warmup(0.1)
 *         .fit()) {
 *     EvaluationReport report = model.evaluate(ConllReader.read(test));
 *     model.save(out);
 *     List<Entity> found = model.label("Jean works at CERN in Geneva.");
 * }
 * }</pre>
 *
 * <p>Imports the packages below it: {@code corpus}, {@code checkpoint}, {@code encoding}, {@code batch}, {@code engine}, {@code
 * loop}, {@code evaluation}, {@code inference}, {@code record}, {@code profile}.
 */
@NullMarked
package io.dcsdk.training;

import org.jspecify.annotations.NullMarked;
