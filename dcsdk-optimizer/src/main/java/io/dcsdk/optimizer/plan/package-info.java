/**
 * Plans with their proof: assembled from a solver's point, saved, read back and verified.
 *
 * <p>Start with {@link io.dcsdk.optimizer.plan.PlanVerifier}, the independent checker of saved plans: it states the
 * problem anew, follows the proof in exact arithmetic and evaluates the selection from the items themselves. May import
 * the core models, the formulation, the exact algebra and the certificates; knows neither solver nor engine.
 */
@NullMarked
package io.dcsdk.optimizer.plan;

import org.jspecify.annotations.NullMarked;
