package io.dcsdk.training.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment tells DJL's PyTorch engine about its native libraries, and whether that can work.
 *
 * <p>With PYTORCH_LIBRARY_PATH DJL takes libtorch from there and looks for a JNI library of the same flavour in pytorch-jni,
 * which for PyTorch 2.7.1 holds {@code cpu} and {@code cu128}. Where PYTORCH_FLAVOR is absent it assumes, on Linux, a flavour
 * that ends in {@code -precxx11}, and of those there are none any more.
 *
 * @param path PYTORCH_LIBRARY_PATH
 * @param version PYTORCH_VERSION
 * @param flavor PYTORCH_FLAVOR
 * @param libtorch what is at the path
 */
record EngineSettings(
        Optional<String> path, Optional<String> version, Optional<String> flavor, Optional<LibtorchFolder> libtorch) {
    /** The versions that the parent pom pins together; the JNI library works with no other PyTorch. */
    static final String PYTORCH = "2.7.1";

    static final String CUDA_BUILD = "cu128";

    /** NVIDIA's minor-version compatibility: every CUDA 12 runs on drivers from 525 on. */
    private static final int LEAST_DRIVER = 525;

    private static final Pattern MAJOR = Pattern.compile("([0-9]{1,6})\\..*");

    static EngineSettings of(Function<String, Optional<String>> setting) {
        Optional<String> path = setting.apply("PYTORCH_LIBRARY_PATH");
        return new EngineSettings(
                path,
                setting.apply("PYTORCH_VERSION"),
                setting.apply("PYTORCH_FLAVOR"),
                path.flatMap(LibtorchFolder::find));
    }

    List<String> findings() {
        List<String> lines = new ArrayList<>();
        lines.add("PYTORCH_LIBRARY_PATH: "
                + path.map(value -> value
                                + libtorch.map(found -> ": " + found).orElse(": no " + System.mapLibraryName("torch")))
                        .orElse("not set"));
        version.ifPresent(value -> lines.add("PYTORCH_VERSION: " + value));
        flavor.ifPresent(value -> lines.add("PYTORCH_FLAVOR: " + value));
        return lines;
    }

    List<String> advice(Optional<String> driver, String system, String architecture) {
        List<String> lines = new ArrayList<>();
        if (path.isPresent() && libtorch.isEmpty()) {
            lines.add("Maybe PYTORCH_LIBRARY_PATH should name the folder lib of libtorch, the one that holds "
                    + System.mapLibraryName("torch") + ".");
        }
        libtorch.ifPresent(found -> adviseOnFolder(lines, found, driver, system));
        version.filter(value -> !value.equals(PYTORCH))
                .ifPresent(value -> lines.add("Maybe set PYTORCH_VERSION=" + PYTORCH
                        + " or leave it out: the engine is built for that one, not for " + value + "."));
        if (driver.isPresent()) {
            adviseOnGpu(lines, driver.get(), system, architecture);
        }
        return lines;
    }

    private void adviseOnFolder(List<String> lines, LibtorchFolder found, Optional<String> driver, String system) {
        found.version()
                .filter(value -> !value.equals(PYTORCH))
                .ifPresent(value -> lines.add("Maybe point PYTORCH_LIBRARY_PATH to PyTorch " + PYTORCH
                        + ": the engine is built for that one, not for " + value + "."));
        String fitting = found.cuda() ? CUDA_BUILD : "cpu";
        if (flavor.isEmpty() && (system.startsWith("Linux") || driver.isPresent())) {
            lines.add("Maybe set PYTORCH_FLAVOR=" + fitting
                    + ": without it the engine looks for a precxx11 library, which PyTorch " + PYTORCH + " has not.");
        }
        flavor.filter(value -> !value.equals(fitting))
                .ifPresent(value -> lines.add(
                        "Maybe set PYTORCH_FLAVOR=" + fitting + ": that is what lies in " + found.folder() + "."));
        if (found.cuda()
                && found.build().filter(build -> !build.equals(CUDA_BUILD)).isPresent()) {
            lines.add("Maybe take the build " + CUDA_BUILD + " of PyTorch " + PYTORCH
                    + ": the engine's CUDA library is built for that one.");
        }
        if (found.cuda() && driver.isEmpty()) {
            lines.add("Maybe install the NVIDIA driver: PyTorch has CUDA here, but there is no driver.");
        }
    }

    private void adviseOnGpu(List<String> lines, String driver, String system, String architecture) {
        boolean cuda = libtorch.filter(LibtorchFolder::cuda).isPresent();
        if (!cuda) {
            String classifier = classifier(system, architecture);
            lines.add("Maybe let training use the GPU: put ai.djl.pytorch:pytorch-native-" + CUDA_BUILD + ":" + PYTORCH
                    + (classifier.isEmpty() ? "" : ":" + classifier)
                    + " on the class path instead of the CPU's, or set PYTORCH_LIBRARY_PATH to the folder lib of libtorch "
                    + PYTORCH + "+" + CUDA_BUILD + " (or torch/lib of that Python wheel) and PYTORCH_FLAVOR="
                    + CUDA_BUILD
                    + ".");
        }
        Matcher major = MAJOR.matcher(driver);
        if (major.matches() && Integer.parseInt(major.group(1)) < LEAST_DRIVER) {
            lines.add("Maybe update the NVIDIA driver: CUDA 12 needs " + LEAST_DRIVER + " or later, this is " + driver
                    + ".");
        }
    }

    private static String classifier(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        String os = name.startsWith("linux") ? "linux" : name.startsWith("windows") ? "win" : "";
        boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
        return os.isEmpty() || !x86 ? "" : os + "-x86_64";
    }
}
