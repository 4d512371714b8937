package io.dcsdk.training.profile;

import java.util.List;
import java.util.Optional;

/** A driver with the GPUs that a test gives it. */
final class FakeNvml implements Nvml {
    final List<FakeGpu> devices;
    int closed;

    FakeNvml(FakeGpu... devices) {
        this.devices = List.of(devices);
    }

    NvmlAccess access() {
        return new NvmlAccess.Open(this);
    }

    @Override
    public String driverVersion() {
        return "570.86.15";
    }

    @Override
    public List<NvmlGpu> gpus() {
        return List.copyOf(devices);
    }

    @Override
    public void close() {
        closed++;
    }

    /** One GPU, whose counters a test turns. */
    static final class FakeGpu implements NvmlGpu {
        final String name;
        final String uuid;
        boolean split;
        Optional<Long> energy = Optional.of(0L);
        Memory memory = new Memory(80L << 30, 1L << 30);

        FakeGpu(String name, String uuid) {
            this.name = name;
            this.uuid = uuid;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String uuid() {
            return uuid;
        }

        @Override
        public boolean split() {
            return split;
        }

        @Override
        public Optional<Long> energyMillijoules() {
            return energy;
        }

        @Override
        public Optional<Memory> memory() {
            return Optional.of(memory);
        }

        @Override
        public Optional<Integer> utilisationPercent() {
            return Optional.of(97);
        }
    }
}
