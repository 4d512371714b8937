package io.dcsdk.cooling;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.cooling.ThermalEnvelope.Excursion;

/**
 * How often the air at the IT equipment is outside of an envelope.
 *
 * @param envelope the envelope
 * @param outside steps in which it is, in whatever way
 * @param by steps by way; a step may be in two, such as too cold and too moist; ways that never happen are left out
 */
public record EnvelopeHours(ThermalEnvelope envelope, int outside, ImmutableMap<Excursion, Integer> by) {}
