package io.dcsdk.optimizer.ortools;

import com.google.ortools.Loader;

/** Loads OR-Tools' native library, once for the process. */
final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * Loads the library unless that was done.
     *
     * @throws IllegalStateException if there is none for this platform
     */
    static void load() {
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError missing) {
            throw new IllegalStateException(
                    "Native library (OR-Tools) of this platform (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "): it cannot be loaded\n"
                            + "Maybe add com.google.ortools:ortools-linux-x86-64, or that of your platform, to the class path.",
                    missing);
        }
    }
}
