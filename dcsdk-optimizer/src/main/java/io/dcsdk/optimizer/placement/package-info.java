/**
 * From a placement problem to algebra and back.
 *
 * <p>Start with {@link io.dcsdk.optimizer.placement.PlacementFormulation}: the program of every location is that of the
 * {@code formulation} package, with the demand turned into a sum over what is placed there; rows over all locations join them.
 * {@link io.dcsdk.optimizer.placement.PlacementAssembly} makes an audited placement of a point. May import the core models,
 * {@code formulation}, {@code linear}, {@code certificate} and {@code plan}; knows neither solver nor engine.
 */
@NullMarked
package io.dcsdk.optimizer.placement;

import org.jspecify.annotations.NullMarked;
