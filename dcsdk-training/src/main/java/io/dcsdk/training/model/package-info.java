/**
 * What a BERT-family model is, apart from its weights: its configuration and the parameters that follow from it.
 *
 * <p>Start with {@link io.dcsdk.training.model.ModelConfig}; {@link io.dcsdk.training.model.ParameterLayout} lists every
 * parameter with the name that it has in a HuggingFace folder. Imports {@code tensor}.
 */
@NullMarked
package io.dcsdk.training.model;

import org.jspecify.annotations.NullMarked;
