package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import io.dcsdk.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The demand that covers every case in which at most Γ workloads deviate at once.
 *
 * <p>For each requirement on its own: the sum of the stated figures d_w, and on top the largest of
 * {@code Σ_{w in S} δ_w + (Γ − ⌊Γ⌋) δ_t} over all sets S of ⌊Γ⌋ workloads and one more workload t, where δ_w is share ×
 * d_w. That is the sum of the ⌊Γ⌋ largest deviations and a part of the next one, since demand is data and no decision
 * multiplies it (Bertsimas and Sim 2004, equation 8). Accelerators and metadata operations are rounded up to whole ones.
 */
public final class RobustDemand {
    private final DemandUncertainty uncertainty;
    private final List<Demand> nominal = new ArrayList<>();
    private final List<Optional<DemandDeviation>> deviations = new ArrayList<>();

    private RobustDemand(List<Workload> workloads, DemandUncertainty uncertainty) {
        this.uncertainty = uncertainty;
        List<String> names = workloads.stream().map(Workload::name).toList();
        for (DemandDeviation deviation : uncertainty.deviations()) {
            long found = names.stream().filter(deviation.workload()::equals).count();
            if (found != 1) {
                throw ItemRules.of("deviation", deviation.workload())
                        .broken(
                                "workload",
                                deviation.workload(),
                                found == 0 ? "is not in the problem" : "is the name of " + found + " workloads",
                                found == 0 ? "use one of " + names + "." : "give each workload a name of its own.");
            }
        }
        for (Workload workload : workloads) {
            nominal.add(workload.demand());
            deviations.add(uncertainty.deviations().stream()
                    .filter(deviation -> deviation.workload().equals(workload.name()))
                    .findFirst());
        }
    }

    /**
     * The robust demand, stated as a requirement.
     *
     * @param name the name of the requirement
     * @param workloads at least one
     * @param uncertainty how far each may deviate, and how many at once
     * @return the demand to plan for
     * @throws io.dcsdk.item.ItemException if a deviation names no workload, or a name that several have
     */
    public static Requirement of(String name, List<Workload> workloads, DemandUncertainty uncertainty) {
        return new RobustDemand(workloads, uncertainty).requirement(name, Demand.of(workloads));
    }

    private Requirement requirement(String name, Demand sum) {
        ComputeRate none = ComputeRate.zero(sum.compute().precision());
        return new Requirement(
                name,
                sum.compute().plus(worst(Demand::compute, DemandDeviation::compute, none)),
                sum.storage().plus(worst(Demand::storage, DemandDeviation::storage, DataSize.ZERO)),
                sum.network().plus(worst(Demand::network, DemandDeviation::network, DataRate.ZERO)),
                Optional.of(whole(sum, demand -> demand.accelerators(), DemandDeviation::compute)
                        .intValueExact()),
                Optional.of(sum.acceleratorMemory()
                        .plus(worst(Demand::acceleratorMemory, DemandDeviation::compute, DataSize.ZERO))),
                Optional.of(sum.memoryBandwidth()
                        .plus(worst(Demand::memoryBandwidth, DemandDeviation::compute, DataRate.ZERO))),
                Optional.of(
                        sum.storageRead().plus(worst(Demand::storageRead, DemandDeviation::storage, DataRate.ZERO))),
                Optional.of(
                        sum.storageWrite().plus(worst(Demand::storageWrite, DemandDeviation::storage, DataRate.ZERO))),
                Optional.of(whole(sum, Demand::metadataOperationsPerSecond, DemandDeviation::storage)
                        .longValueExact()),
                sum.protocols());
    }

    private BigDecimal whole(
            Demand sum, Function<Demand, ? extends Number> figure, Function<DemandDeviation, Optional<Ratio>> share) {
        Function<Demand, Ratio> ratio =
                demand -> Ratio.of(BigDecimal.valueOf(figure.apply(demand).longValue()));
        return ratio.apply(sum).plus(worst(ratio, share, Ratio.ZERO)).base().setScale(0, RoundingMode.CEILING);
    }

    /** The ⌊Γ⌋ largest deviations of a figure, and the part of the next one that Γ leaves. */
    private <Q extends Quantity<Q>> Q worst(
            Function<Demand, Q> figure, Function<DemandDeviation, Optional<Ratio>> share, Q zero) {
        List<Q> amounts = new ArrayList<>();
        for (int w = 0; w < nominal.size(); w++) {
            Q stated = figure.apply(nominal.get(w));
            Optional<Ratio> part = deviations.get(w).flatMap(share);
            // A zero of arithmetic may be of any precision, so it is not added.
            if (part.isPresent() && !stated.isZero()) {
                amounts.add(stated.times(part.get()));
            }
        }
        amounts.sort(Comparator.reverseOrder());
        Q sum = zero;
        BigDecimal left = uncertainty.gamma().base();
        for (Q amount : amounts) {
            if (left.signum() > 0) {
                sum = sum.plus(amount.times(left.min(BigDecimal.ONE)));
                left = left.subtract(BigDecimal.ONE);
            }
        }
        return sum;
    }
}
