/**
 * Network fabrics: what to buy for a number of end points, the graph of it, and how traffic, collectives and failures fare
 * on it.
 *
 * <ul>
 *   <li>Sizing: {@link io.dcsdk.fabric.FatTree#size} and, with every step of the rule for itself, {@link
 *       io.dcsdk.fabric.FatTreeRule}; the other shapes are the records under {@link io.dcsdk.fabric.Fabric}.
 *   <li>Structure: {@link io.dcsdk.fabric.Fabric#topology} builds the very graph that the formulas count, a {@link
 *       io.dcsdk.fabric.Topology}.
 *   <li>Traffic and failures: {@link io.dcsdk.fabric.EcmpRouting}, {@link io.dcsdk.fabric.Topology#without}, {@link
 *       io.dcsdk.fabric.FailureImpact}.
 *   <li>Collectives: {@link io.dcsdk.fabric.CollectiveTime}.
 * </ul>
 *
 * <p>An end point is one network port. Ports, cables and switches are whole numbers and exact; all cables of a shape have
 * one rate and are full duplex. Imports {@code io.dcsdk.quantity} only.
 *
 * <p>Three choices that matter. Partly filled leaves use as many up ports as their end points need, which makes cables
 * per tier the number of GPUs when nothing is over-subscribed. Bisection is a formula for shapes and a maximum flow for
 * topologies, since a degraded fabric has no formula. Equal-cost routing works on classes of end points under one leaf,
 * so its cost does not depend on the number of end points.
 */
@NullMarked
package io.dcsdk.fabric;

import org.jspecify.annotations.NullMarked;
