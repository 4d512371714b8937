package io.dcsdk.training.profile;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which accelerator of a catalogue a device is, by the name that its driver gives. Whole names only: an H100 PCIe or NVL, or
 * a MIG slice of an H100, has another peak and must not pass for an H100 SXM5.
 */
final class CatalogueNames {
    private static final Map<String, Pattern> DRIVER_NAMES = Map.of(
            "a100-sxm4-80gb", Pattern.compile("(NVIDIA )?A100-SXM4-80GB"),
            "h100-sxm5", Pattern.compile("(NVIDIA )?H100 (SXM5 )?80GB( HBM3)?"),
            "h200-sxm", Pattern.compile("(NVIDIA )?H200( SXM5?)?( 141GB)?( HBM3e)?"),
            "b200-sxm", Pattern.compile("(NVIDIA )?B200( SXM)?( 180GB)?"),
            "mi300x", Pattern.compile("AMD Instinct MI300X( OAM)?"));

    private CatalogueNames() {}

    /** CPUs are left out: a name does not tell how many of a socket's cores this machine was given. */
    static Optional<Accelerator> find(String deviceName, Catalog catalog) {
        return catalog.accelerators().stream()
                .filter(item -> item.kind() != AcceleratorKind.CPU)
                .filter(item -> names(item, deviceName))
                .findFirst();
    }

    private static boolean names(Accelerator item, String deviceName) {
        Pattern pattern = DRIVER_NAMES.get(item.id());
        return item.name().equals(deviceName)
                || (pattern != null && pattern.matcher(deviceName).matches());
    }
}
