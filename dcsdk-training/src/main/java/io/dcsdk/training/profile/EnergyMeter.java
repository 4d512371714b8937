package io.dcsdk.training.profile;

/**
 * Counts joules from when it was opened until it is closed. Safe for several threads.
 *
 * <p>No meter sees the whole machine: RAPL counts the processor packages (without memory modules, fans and power supply), NVML
 * the boards of the GPUs. {@link #source()} says what is counted, and what is not and why.
 */
public interface EnergyMeter extends AutoCloseable {
    /**
     * What is counted.
     *
     * @return one line of at most 1000 characters, such as {@code RAPL: package-0; NVML: 1 x NVIDIA H100 80GB HBM3}
     */
    String source();

    /**
     * The state of the counter.
     *
     * @return energy since opening, or why there is none; once unknown it stays so
     */
    EnergyReading read();

    /** Stops counting and gives up what the meter holds; a second call does nothing. */
    @Override
    void close();

    /**
     * All that this machine can measure: RAPL of its processor packages and NVML of its GPUs.
     *
     * @param gpus how many GPUs compute, from 0; the first visible ones are counted, and with 0 no driver is loaded
     * @return the sum of what there is; {@link #none} with all reasons where there is nothing
     */
    static EnergyMeter detect(int gpus) {
        return new MeterSearch(SystemFiles.ofMachine(), Nvml::open, System.getenv()).detect(gpus);
    }

    /**
     * No meter.
     *
     * @param reason why there is none
     * @return a meter that never knows anything
     */
    static EnergyMeter none(String reason) {
        return new AbsentMeter(reason);
    }
}
