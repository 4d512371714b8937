/**
 * From a design problem to algebra and back.
 *
 * <p>Start with {@link io.dcsdk.optimizer.formulation.DesignFormulation}: it states a problem as a mixed-integer linear
 * program in exact numbers, and reads a point of that program as a selection of items. May import the core models and
 * {@code io.dcsdk.optimizer.linear}; knows neither solver nor engine.
 */
@NullMarked
package io.dcsdk.optimizer.formulation;

import org.jspecify.annotations.NullMarked;
