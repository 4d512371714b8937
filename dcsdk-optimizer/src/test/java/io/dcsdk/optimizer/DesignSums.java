package io.dcsdk.optimizer;

import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.ItemCapacities;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.Overhead;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.List;

/**
 * Sums of a selection in doubles, with which brute force leaves out what is clearly broken or clearly no better, before
 * anything is judged exactly. A fault here shows as a plan that is better than all selections.
 *
 * @param cost C in dollars
 * @param mean mean IT power in W
 * @param peak peak IT power in W
 * @param units rack units
 * @param weight kilograms
 * @param ports ports of servers to the fabric
 * @param tallest peak power of the item that draws most, in W
 */
record DesignSums(double cost, double mean, double peak, long units, double weight, long ports, double tallest) {
    static final DesignSums NOTHING = new DesignSums(0, 0, 0, 0, 0, 0, 0);

    private static final double CLEARLY = 1e-9;

    static DesignSums ofMoney(double dollars) {
        return new DesignSums(dollars, 0, 0, 0, 0, 0, 0);
    }

    DesignSums plus(DesignSums other, double count) {
        return new DesignSums(
                cost + count * other.cost,
                mean + count * other.mean,
                peak + count * other.peak,
                units + (long) (count * other.units),
                weight + count * other.weight,
                ports + (long) (count * other.ports),
                count > 0 ? Math.max(tallest, other.tallest) : tallest);
    }

    static boolean clearlyAbove(double value, double limit) {
        return value > limit + CLEARLY * Math.abs(limit);
    }

    static DesignSums of(DesignProblem problem, Server server) {
        MoneyRate running = server.maintenance();
        for (SoftwareEnvironment environment : problem.environments()) {
            running = running.plus(environment.perServer())
                    .plus(environment.perAccelerator().times(server.acceleratorCount()));
        }
        return new DesignSums(
                money(problem.finance(), server.price(), running),
                mean(problem, server.idlePower(), server.maxPower()),
                server.maxPower().base().doubleValue(),
                server.rackUnits(),
                server.weight().base().doubleValue(),
                server.fabricPorts(),
                server.maxPower().base().doubleValue());
    }

    static DesignSums of(DesignProblem problem, StorageUnit unit) {
        return new DesignSums(
                money(problem.finance(), unit.price(), unit.maintenance()),
                mean(problem, unit.idlePower(), unit.maxPower()),
                unit.maxPower().base().doubleValue(),
                unit.rackUnits(),
                unit.weight().base().doubleValue(),
                0,
                unit.maxPower().base().doubleValue());
    }

    static DesignSums of(DesignProblem problem, NetworkSwitch item) {
        return new DesignSums(
                money(problem.finance(), item.price(), item.maintenance()),
                mean(problem, item.idlePower(), item.maxPower()),
                item.maxPower().base().doubleValue(),
                item.rackUnits(),
                item.weight().base().doubleValue(),
                0,
                item.maxPower().base().doubleValue());
    }

    static double money(Finance finance, Money once, MoneyRate yearly) {
        return finance.capital(once).plus(finance.running(yearly)).base().doubleValue();
    }

    private static double mean(DesignProblem problem, Power idle, Power max) {
        return idle.base().doubleValue()
                + problem.utilisation().base().doubleValue()
                        * max.minus(idle).base().doubleValue();
    }

    /** What each server, by row, gives to each requirement, by column. */
    static double[][] serverGifts(DesignProblem problem) {
        ItemCapacities capacities = ItemCapacities.of(problem);
        List<Server> servers = problem.items().servers();
        double[][] gifts = new double[servers.size()][];
        for (int i = 0; i < gifts.length; i++) {
            Server server = servers.get(i);
            gifts[i] = new double[] {
                number(capacities.compute(server).base()),
                number(capacities.accelerators(server).base()),
                number(capacities.memory(server).base()),
                number(capacities.memoryBandwidth(server).base()),
                number(server.fabricBandwidth().base())
            };
        }
        return gifts;
    }

    static double[] serverNeeds(Demand demand, Overhead overhead) {
        double compute = number(demand.compute().base());
        double network = number(demand.network().base());
        return new double[] {
            compute * (1 + number(overhead.compute())),
            demand.accelerators(),
            number(demand.acceleratorMemory().base()),
            number(demand.memoryBandwidth().base()),
            // Through an over-subscribed tree it takes more; which fabric it is, only the evaluation knows.
            network * (1 + number(overhead.network()))
        };
    }

    static double[][] storageGifts(DesignProblem problem) {
        ItemCapacities capacities = ItemCapacities.of(problem);
        List<StorageUnit> units = problem.items().storage();
        double[][] gifts = new double[units.size()][];
        for (int i = 0; i < gifts.length; i++) {
            StorageUnit unit = units.get(i);
            gifts[i] = new double[] {
                number(capacities.storage(unit).base()),
                number(capacities.read(unit).base()),
                number(capacities.write(unit).base()),
                number(capacities.metadata(unit).base())
            };
        }
        return gifts;
    }

    static double[] storageNeeds(Demand demand, Overhead overhead) {
        double more = 1 + number(overhead.storage());
        return new double[] {
            more * number(demand.storage().base()),
            more * number(demand.storageRead().base()),
            more * number(demand.storageWrite().base()),
            more * demand.metadataOperationsPerSecond()
        };
    }

    /** Whether some need is clearly not met, also after failures of any one type in use. */
    static boolean clearlyShort(long[] counts, double[][] gifts, double[] needs, int failing) {
        for (int need = 0; need < needs.length; need++) {
            double total = 0;
            double most = 0;
            for (int i = 0; i < counts.length; i++) {
                total += counts[i] * gifts[i][need];
                most = counts[i] > 0 ? Math.max(most, gifts[i][need]) : most;
            }
            if (needs[need] > 0 && clearlyAbove(needs[need], total - failing * most)) {
                return true;
            }
        }
        return false;
    }

    static double number(BigDecimal value) {
        return value.doubleValue();
    }

    static double number(Ratio value) {
        return value.base().doubleValue();
    }
}
