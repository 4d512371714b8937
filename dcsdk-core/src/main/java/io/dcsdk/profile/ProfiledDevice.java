package io.dcsdk.profile;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run computed on: equal devices of one kind.
 *
 * @param name the name that the machine gives, such as {@code NVIDIA H100 80GB HBM3}, 1 to 120 characters
 * @param kind what kind of processor
 * @param count how many computed together, at least 1; a CPU counts by the socket
 * @param accelerator identifier of the accelerator in a catalogue, if the device is one
 * @param peak dense peak rate of one device in the precision of the run, if it is known; above zero
 */
public record ProfiledDevice(
        String name, AcceleratorKind kind, int count, Optional<String> accelerator, Optional<ComputeRate> peak) {
    /** Checks the components. */
    public ProfiledDevice {
        ItemRules rules = ItemRules.of("profiled device", String.valueOf(name));
        rules.text("name", name, 120);
        rules.required("kind", kind);
        rules.atLeast("count", count, 1);
        accelerator = Objects.requireNonNullElse(accelerator, Optional.empty());
        accelerator.ifPresent(id -> rules.text("accelerator", id, 64));
        peak = Objects.requireNonNullElse(peak, Optional.empty());
        peak.ifPresent(rate -> rules.positive("peak", rate));
    }

    /**
     * A device of which only the name is known.
     *
     * @param name the name that the machine gives
     * @param kind what kind of processor
     * @param count how many computed together, at least 1
     * @return the device, in no catalogue and without a peak
     */
    public static ProfiledDevice of(String name, AcceleratorKind kind, int count) {
        return new ProfiledDevice(name, kind, count, Optional.empty(), Optional.empty());
    }

    /** The devices as people name them: {@code 8 x NVIDIA H100 80GB HBM3}. */
    @Override
    public String toString() {
        return count + " x " + name;
    }
}
