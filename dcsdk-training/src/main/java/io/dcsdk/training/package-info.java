/**
 * NER fine-tuning of BERT-family checkpoints in pure Java. The entry point comes with the trainer.
 */
@NullMarked
package io.dcsdk.training;

import org.jspecify.annotations.NullMarked;
