package io.dcsdk.training.profile;

import io.dcsdk.quantity.Energy;
import java.util.List;

/** The sum of several meters; unknown as soon as one of them is, since a sum of others would mean something else. */
final class CompositeMeter implements EnergyMeter {
    private final List<EnergyMeter> meters;
    private final String source;

    CompositeMeter(List<EnergyMeter> meters, String source) {
        this.meters = List.copyOf(meters);
        this.source = source;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public EnergyReading read() {
        Energy sum = Energy.ZERO;
        for (EnergyMeter meter : meters) {
            EnergyReading reading = meter.read();
            if (reading instanceof EnergyReading.Measured measured) {
                sum = sum.plus(measured.sinceOpened());
            } else {
                return reading;
            }
        }
        return new EnergyReading.Measured(sum);
    }

    @Override
    public void close() {
        meters.forEach(EnergyMeter::close);
    }
}
