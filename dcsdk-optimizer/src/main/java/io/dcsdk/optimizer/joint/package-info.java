/**
 * A design and its supply of electricity, hour by hour, chosen together.
 *
 * <ul>
 *   <li>{@link io.dcsdk.optimizer.joint.JointProblem} joins a design problem with an energy system: how the facility's load
 *       follows from the IT power under each cooling system. {@link io.dcsdk.optimizer.joint.FacilityLoad} makes these
 *       profiles of a year of weather.
 *   <li>{@link io.dcsdk.optimizer.joint.SupplyCut} is what prices of the supply say about every design, {@link
 *       io.dcsdk.optimizer.joint.JointMaster} the design problem with such cuts.
 *   <li>{@link io.dcsdk.optimizer.joint.JointResult} is the answer, {@link io.dcsdk.optimizer.joint.JointVerifier} checks
 *       it without a solver, also when it was saved as a {@link io.dcsdk.optimizer.joint.JointResultDocument}.
 * </ul>
 *
 * <p>{@link io.dcsdk.optimizer.JointOptimizer} solves these problems. May import the core models, the formulation, the
 * certificates and the sizing of supply; knows neither solver nor engine.
 */
@NullMarked
package io.dcsdk.optimizer.joint;

import org.jspecify.annotations.NullMarked;
