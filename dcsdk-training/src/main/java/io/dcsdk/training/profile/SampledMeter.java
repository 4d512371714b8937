package io.dcsdk.training.profile;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads a meter now and then on a thread of its own, so that no counter wraps around unseen. */
final class SampledMeter implements EnergyMeter {
    private final EnergyMeter meter;
    private final ScheduledExecutorService thread;
    private final Future<?> reading;

    SampledMeter(EnergyMeter meter, long periodMillis) {
        this.meter = meter;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread sampler = new Thread(task, "dcsdk-energy-meter");
            sampler.setDaemon(true);
            return sampler;
        });
        this.reading = thread.scheduleWithFixedDelay(meter::read, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public String source() {
        return meter.source();
    }

    @Override
    public EnergyReading read() {
        return meter.read();
    }

    @Override
    public void close() {
        reading.cancel(false);
        thread.shutdownNow();
        meter.close();
    }
}
