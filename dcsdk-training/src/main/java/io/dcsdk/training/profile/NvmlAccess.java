package io.dcsdk.training.profile;

/** Whether NVML could be opened. */
sealed interface NvmlAccess {
    /**
     * It is open.
     *
     * @param nvml the library, to be closed
     */
    record Open(Nvml nvml) implements NvmlAccess {}

    /**
     * It is not there, or does not work.
     *
     * @param reason why, in one line
     */
    record Absent(String reason) implements NvmlAccess {}
}
