package io.dcsdk.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import io.dcsdk.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RobustDemandTest {
    private static final List<Function<Demand, BigDecimal>> FIGURES = List.of(
            demand -> demand.compute().base(),
            demand -> demand.storage().base(),
            demand -> demand.network().base(),
            demand -> demand.acceleratorMemory().base(),
            demand -> demand.memoryBandwidth().base(),
            demand -> demand.storageRead().base(),
            demand -> demand.storageWrite().base(),
            demand -> BigDecimal.valueOf(demand.accelerators()),
            demand -> BigDecimal.valueOf(demand.metadataOperationsPerSecond()));

    private static List<Workload> workloads(Random random) {
        List<Workload> workloads = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int w = 0; w < count; w++) {
            workloads.add(new Requirement(
                    "w" + w,
                    ComputeRate.parse(random.nextInt(200) + " TFLOP/s bf16"),
                    DataSize.parse(random.nextInt(50) + " TB"),
                    DataRate.parse(random.nextInt(30) + " GB/s"),
                    Optional.of(random.nextInt(9)),
                    Optional.of(DataSize.parse(random.nextInt(500) + " GB")),
                    Optional.of(DataRate.parse(random.nextInt(9) + " TB/s")),
                    Optional.of(DataRate.parse(random.nextInt(30) + " GB/s")),
                    Optional.of(DataRate.parse(random.nextInt(30) + " GB/s")),
                    Optional.of((long) random.nextInt(5000)),
                    Set.of()));
        }
        return workloads;
    }

    private static Optional<Ratio> share(Random random) {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(BigDecimal.valueOf(random.nextInt(150), 2)));
    }

    private static List<DemandDeviation> deviations(Random random, List<Workload> workloads) {
        return workloads.stream()
                .map(workload -> new DemandDeviation(workload.name(), share(random), share(random), share(random)))
                .toList();
    }

    private static Demand robust(List<Workload> workloads, BigDecimal gamma, List<DemandDeviation> deviations) {
        return RobustDemand.of("robust", workloads, new DemandUncertainty(Ratio.of(gamma), deviations))
                .demand();
    }

    private static BigDecimal share(int figure, DemandDeviation deviation) {
        Optional<Ratio> share =
                switch (figure) {
                    case 0, 3, 4, 7 -> deviation.compute();
                    case 2 -> deviation.network();
                    default -> deviation.storage();
                };
        return share.map(Ratio::base).orElse(BigDecimal.ZERO);
    }

    /** Every set of workloads that may deviate in full, and every other one that may deviate by the rest of gamma. */
    private static BigDecimal worst(
            int figure, List<Workload> workloads, BigDecimal gamma, List<DemandDeviation> deviations) {
        int whole = gamma.intValue();
        BigDecimal rest = gamma.subtract(BigDecimal.valueOf(whole));
        BigDecimal worst = BigDecimal.ZERO;
        int count = workloads.size();
        List<BigDecimal> amounts = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            amounts.add(
                    FIGURES.get(figure).apply(workloads.get(w).demand()).multiply(share(figure, deviations.get(w))));
        }
        for (int set = 0; set < 1 << count; set++) {
            if (Integer.bitCount(set) > whole) {
                continue;
            }
            for (int next = -1; next < count; next++) {
                if (next >= 0 && (set >> next & 1) == 1) {
                    continue;
                }
                BigDecimal sum = BigDecimal.ZERO;
                for (int w = 0; w < count; w++) {
                    BigDecimal amount = amounts.get(w);
                    if ((set >> w & 1) == 1) {
                        sum = sum.add(amount);
                    } else if (w == next) {
                        sum = sum.add(amount.multiply(rest));
                    }
                }
                worst = worst.max(sum);
            }
        }
        return worst;
    }

    @Property(tries = 50)
    void coversEverySetOfDeviationsAndNoMore(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 24) int quarters) {
        Random random = new Random(seed);
        List<Workload> workloads = workloads(random);
        List<DemandDeviation> deviations = deviations(random, workloads);
        BigDecimal gamma =
                BigDecimal.valueOf(quarters).multiply(new BigDecimal("0.25")).min(BigDecimal.valueOf(workloads.size()));
        Demand robust = robust(workloads, gamma, deviations);
        Demand nominal = Demand.of(workloads);
        for (int figure = 0; figure < FIGURES.size(); figure++) {
            BigDecimal expected = FIGURES.get(figure).apply(nominal).add(worst(figure, workloads, gamma, deviations));
            if (figure >= 7) {
                expected = expected.setScale(0, java.math.RoundingMode.CEILING);
            }
            assertEquals(0, expected.compareTo(FIGURES.get(figure).apply(robust)), "figure " + figure);
        }
    }

    @Property(tries = 30)
    void growsWithGammaFromTheStatedDemandToAllDeviationsAtOnce(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<Workload> workloads = workloads(random);
        List<DemandDeviation> deviations = deviations(random, workloads);
        Demand nominal = Demand.of(workloads);
        Demand before = robust(workloads, BigDecimal.ZERO, deviations);
        BigDecimal step = new BigDecimal("0.5");
        BigDecimal most = BigDecimal.valueOf(workloads.size());
        for (BigDecimal gamma = step; gamma.compareTo(most) <= 0; gamma = gamma.add(step)) {
            Demand after = robust(workloads, gamma, deviations);
            for (Function<Demand, BigDecimal> figure : FIGURES) {
                assertTrue(figure.apply(before).compareTo(figure.apply(after)) <= 0);
            }
            before = after;
        }
        Demand none = robust(workloads, BigDecimal.ZERO, deviations);
        for (int figure = 0; figure < FIGURES.size(); figure++) {
            assertEquals(FIGURES.get(figure).apply(nominal), FIGURES.get(figure).apply(none));
            BigDecimal all = FIGURES.get(figure).apply(nominal);
            for (int w = 0; w < workloads.size(); w++) {
                all = all.add(FIGURES.get(figure)
                        .apply(workloads.get(w).demand())
                        .multiply(share(figure, deviations.get(w))));
            }
            if (figure >= 7) {
                all = all.setScale(0, java.math.RoundingMode.CEILING);
            }
            assertEquals(0, all.compareTo(FIGURES.get(figure).apply(before)), "figure " + figure);
        }
    }

    @Test
    void namesTheWorkloadThatIsNotThere() {
        List<Workload> workloads = workloads(new Random(1));
        ItemException fault = assertThrows(
                ItemException.class,
                () -> robust(workloads, BigDecimal.ONE, List.of(DemandDeviation.of("x", Ratio.ONE))));
        assertTrue(String.valueOf(fault.getMessage()).contains("is not in the problem\nMaybe use one of [w0"));
    }

    @Test
    void refusesMoreThanAllDeviationsAtOnce() {
        ItemException fault = assertThrows(
                ItemException.class,
                () -> new DemandUncertainty(Ratio.of(2), List.of(DemandDeviation.of("x", Ratio.ONE))));
        assertTrue(String.valueOf(fault.getMessage()).startsWith("gamma (2) of demand uncertainty: is above the 1"));
    }
}
