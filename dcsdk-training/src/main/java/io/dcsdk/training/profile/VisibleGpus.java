package io.dcsdk.training.profile;

import io.dcsdk.training.profile.Nvml.NvmlGpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The GPUs that a process computes on, as NVML knows them. CUDA numbers only what CUDA_VISIBLE_DEVICES leaves visible, by
 * index or by (the beginning of) a UUID; NVML numbers all, in PCI order. Where CUDA orders unequal GPUs by speed, the
 * two agree only with CUDA_DEVICE_ORDER=PCI_BUS_ID.
 */
final class VisibleGpus implements AutoCloseable {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

    private final Nvml nvml;
    private final List<NvmlGpu> gpus;

    /** The GPUs, or why they are not known. */
    sealed interface Found {
        record Present(VisibleGpus visible) implements Found {}

        record Absent(String reason) implements Found {}
    }

    private VisibleGpus(Nvml nvml, List<NvmlGpu> gpus) {
        this.nvml = nvml;
        this.gpus = List.copyOf(gpus);
    }

    static Found open(NvmlAccess access, Map<String, String> environment, int count) {
        if (access instanceof NvmlAccess.Absent absent) {
            return new Found.Absent(absent.reason());
        }
        Nvml nvml = ((NvmlAccess.Open) access).nvml();
        List<NvmlGpu> all = nvml.gpus();
        String wanted = environment.getOrDefault("CUDA_VISIBLE_DEVICES", "").strip();
        List<NvmlGpu> visible = new ArrayList<>();
        if (wanted.isEmpty()) {
            visible.addAll(all);
        } else {
            for (String device : wanted.split(",", -1)) {
                List<NvmlGpu> named = named(all, device.strip());
                if (named.size() != 1) {
                    nvml.close();
                    return new Found.Absent("NVML: CUDA_VISIBLE_DEVICES=" + wanted + " names " + device.strip()
                            + ", which is not one whole GPU");
                }
                visible.add(named.get(0));
            }
        }
        if (visible.size() < count) {
            nvml.close();
            return new Found.Absent("NVML: sees " + visible.size() + " of " + count + " GPUs");
        }
        List<NvmlGpu> used = visible.subList(0, count);
        if (used.stream().anyMatch(NvmlGpu::split)) {
            nvml.close();
            return new Found.Absent("NVML: a GPU is split by MIG, and its figures are of the whole");
        }
        return new Found.Present(new VisibleGpus(nvml, used));
    }

    private static List<NvmlGpu> named(List<NvmlGpu> all, String device) {
        if (INDEX.matcher(device).matches()) {
            int index = Integer.parseInt(device);
            return index < all.size() ? List.of(all.get(index)) : List.of();
        }
        return device.startsWith("GPU-")
                ? all.stream().filter(gpu -> gpu.uuid().startsWith(device)).toList()
                : List.of();
    }

    List<NvmlGpu> gpus() {
        return gpus;
    }

    /** The GPUs as people count them: {@code 2 x NVIDIA H100 80GB HBM3}. */
    String describe() {
        List<String> names = gpus.stream().map(NvmlGpu::name).toList();
        return String.join(
                ", ",
                names.stream()
                        .distinct()
                        .map(name -> names.stream().filter(name::equals).count() + " x " + name)
                        .toList());
    }

    @Override
    public void close() {
        nvml.close();
    }
}
