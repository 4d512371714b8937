package io.dcsdk.training.profile;

import io.dcsdk.quantity.Energy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * RAPL counters that Linux shows under /sys/class/powercap (Documentation/power/powercap): microjoules that wrap around at
 * {@code max_energy_range_uj}.
 *
 * <p>Only top-level zones named package-N count. The zones inside them (core, uncore) are parts of the package, psys is the
 * platform that contains it, and the intel-rapl-mmio zones show the same package a second time; dram, which on servers is
 * outside the package, is left out too, so that figures of different machines mean the same. A counter that wrapped twice
 * between two readings loses a range (262 kJ on many machines, 17 minutes at 250 W): {@link SampledMeter} reads often enough.
 */
final class RaplMeter implements EnergyMeter {
    private static final String FOLDER = "sys/class/powercap";
    private static final Pattern ZONE = Pattern.compile("intel-rapl:[0-9]{1,6}");
    private static final Pattern PACKAGE = Pattern.compile("package-[0-9]{1,6}(-die-[0-9]{1,6})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final SystemFiles files;
    private final List<Zone> zones;
    private BigDecimal microjoules = BigDecimal.ZERO;
    private @Nullable String failure;

    /** A package: its folder, the range of its counter, and what that showed last. */
    private static final class Zone {
        private final String name;
        private final String counter;
        private final long range;
        private long last;

        Zone(String name, String counter, long range, long last) {
            this.name = name;
            this.counter = counter;
            this.range = range;
            this.last = last;
        }
    }

    private RaplMeter(SystemFiles files, List<Zone> zones) {
        this.files = files;
        this.zones = zones;
    }

    /** The meter of all packages, or the reason why there is none. */
    static EnergyMeter open(SystemFiles files) {
        List<Zone> zones = new ArrayList<>();
        for (String entry : files.names(FOLDER)) {
            String folder = FOLDER + "/" + entry;
            String name =
                    ZONE.matcher(entry).matches() ? files.find(folder + "/name").orElse("") : "";
            if (PACKAGE.matcher(name).matches()) {
                try {
                    String counter = folder + "/energy_uj";
                    zones.add(new Zone(
                            name, counter, number(files, folder + "/max_energy_range_uj"), number(files, counter)));
                } catch (IOException e) {
                    return EnergyMeter.none("RAPL: " + name + " cannot be read (" + cause(e) + ")");
                }
            }
        }
        if (zones.isEmpty()) {
            return EnergyMeter.none("RAPL: no package under /" + FOLDER
                    + " (another system than Linux, a virtual machine, or no intel_rapl module)");
        }
        return new RaplMeter(files, zones);
    }

    private static String cause(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied: since Linux 5.10 only root may; as root: chmod a+r /" + FOLDER
                        + "/intel-rapl:*/energy_uj"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static long number(SystemFiles files, String file) throws IOException {
        String text = files.read(file);
        if (!NUMBER.matcher(text).matches()) {
            throw new IOException(file + " holds no number");
        }
        return Long.parseLong(text);
    }

    @Override
    public String source() {
        return "RAPL: " + zones.stream().map(zone -> zone.name).collect(Collectors.joining(", "));
    }

    @Override
    public synchronized EnergyReading read() {
        for (Zone zone : zones) {
            if (failure == null) {
                advance(zone);
            }
        }
        String reason = failure;
        return reason == null
                ? new EnergyReading.Measured(Energy.of(microjoules.movePointLeft(6), Energy.Unit.JOULE))
                : new EnergyReading.Unknown(reason);
    }

    private void advance(Zone zone) {
        try {
            long now = number(files, zone.counter);
            long step = now >= zone.last ? now - zone.last : now + zone.range - zone.last;
            if (step < 0) {
                failure = "RAPL: " + zone.name + " is beyond its range";
                return;
            }
            microjoules = microjoules.add(BigDecimal.valueOf(step));
            zone.last = now;
        } catch (IOException e) {
            failure = "RAPL: " + zone.name + " can no longer be read (" + cause(e) + ")";
        }
    }

    @Override
    public void close() {}
}
