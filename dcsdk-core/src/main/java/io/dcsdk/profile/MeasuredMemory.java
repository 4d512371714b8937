package io.dcsdk.profile;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.DataSize;
import java.util.Objects;
import java.util.Optional;

/**
 * The most memory that a run held.
 *
 * @param host memory of the host, at least zero
 * @param hostSource how that was found, such as {@code VmHWM of /proc/self/status}, 1 to 200 characters
 * @param device memory of the device that held most, if that was seen; above zero
 */
public record MeasuredMemory(DataSize host, String hostSource, Optional<DataSize> device) {
    /** Checks the components. */
    public MeasuredMemory {
        ItemRules rules = ItemRules.of("measured memory", "");
        rules.nonNegative("host", host);
        rules.text("hostSource", hostSource, 200);
        device = Objects.requireNonNullElse(device, Optional.empty());
        device.ifPresent(size -> rules.positive("device", size));
    }
}
