/**
 * Fluent NER fine-tuning of BERT-family checkpoints in pure Java. The module is published from the first version on so
 * that the bill of materials is complete; its classes arrive with the training part of the SDK.
 */
@NullMarked
package io.dcsdk.training;

import org.jspecify.annotations.NullMarked;
