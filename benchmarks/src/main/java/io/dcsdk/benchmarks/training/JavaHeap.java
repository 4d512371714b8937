package io.dcsdk.benchmarks.training;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** The Java heap of this process. */
final class JavaHeap {
    private static final double MEBIBYTE = 1 << 20;

    private JavaHeap() {}

    /** What is in use, garbage included. */
    static double usedMebibytes() {
        return usage().getUsed() / MEBIBYTE;
    }

    /** What the process has taken for it; resident as far as it was touched. */
    static double takenMebibytes() {
        return usage().getCommitted() / MEBIBYTE;
    }

    /** Whether all of it is resident from the start and it cannot grow, so that any growth is of something else. */
    static boolean isFixed() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return isFixed(
                option(machine, "InitialHeapSize"), option(machine, "MaxHeapSize"), option(machine, "AlwaysPreTouch"));
    }

    static boolean isFixed(String initial, String most, String touched) {
        return initial.equals(most) && touched.equals("true");
    }

    private static String option(HotSpotDiagnosticMXBean machine, String name) {
        return machine.getVMOption(name).getValue();
    }

    private static MemoryUsage usage() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
