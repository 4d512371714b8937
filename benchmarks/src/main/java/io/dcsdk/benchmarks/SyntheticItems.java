package io.dcsdk.benchmarks;

import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.HostProcessor;
import io.dcsdk.compute.InterfaceRole;
import io.dcsdk.compute.NetworkInterface;
import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.storage.Durability;
import io.dcsdk.storage.StorageKind;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random items whose prices follow what they give.
 *
 * <p>An item's figures are drawn freely within the range of real ones (those of the built-in catalogue). Its price is
 * what each figure is worth on a made-up market, summed, times a noise of a few per cent; what it saves in energy over
 * the horizon, at the problem's weight, is paid for in the price. So C + lambda E of one unit of demand is about the
 * same for every item, and which mix is the best is open until it is computed.
 *
 * <p>Item i of a kind depends on the seed, the kind and i only.
 */
final class SyntheticItems {
    static final int YEARS = 5;
    static final double DOLLARS_PER_KILOWATT_HOUR = 0.1;
    static final double UTILISATION = 0.85;

    /** What a watt of mean IT power costs over the horizon, with 20 % for cooling. */
    private static final double DOLLARS_PER_WATT = YEARS * 8.76 * DOLLARS_PER_KILOWATT_HOUR * 1.2;

    private static final double[] PORT_RATES = {200, 400, 800};
    private static final int[] RADICES = {32, 64, 128, 144};
    private static final double[] COOLING_KILOWATTS = {50, 100, 150, 250, 500, 1000};
    private static final double MAINTENANCE_SHARE = 0.05;
    private static final int ACCELERATORS = 8;
    private static final double EFFICIENCY = 0.4;

    private final long seed;

    SyntheticItems(long seed) {
        this.seed = seed;
    }

    /** A stream of its own for each kind and index; the finaliser of SplitMix64 keeps near seeds apart. */
    static Random random(long seed, String kind, int index) {
        long mixed = seed * 0x9E3779B97F4A7C15L + kind.hashCode() * 0xD1B54A32D192ED03L + index;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }

    /** Up to 15 % more or less. */
    static double about(Random random, double value) {
        return rounded(value * (0.85 + 0.3 * random.nextDouble()));
    }

    Accelerator accelerator(int index) {
        ServerFigures figures = serverFigures(index);
        return new Accelerator(
                "accelerator-" + index,
                "Accelerator " + index,
                AcceleratorKind.GPU,
                List.of(ComputeRate.teraflopPerSecond(
                        rounded(figures.teraflops / (ACCELERATORS * EFFICIENCY)), Precision.BF16)),
                DataSize.gigabytes(rounded(figures.gigabytes / ACCELERATORS)),
                DataRate.gigabytesPerSecond(rounded(figures.gigabytes * 3)),
                Optional.empty(),
                Power.watts(rounded(figures.watts / (ACCELERATORS + 2))),
                List.of());
    }

    private record ServerFigures(
            double teraflops, double gigabytes, double watts, int ports, double portRate, double price) {}

    private ServerFigures serverFigures(int index) {
        Random random = random(seed, "server", index);
        double teraflops = logUniform(random, 500, 4500);
        double wattsPerTeraflop = 5 - 3 * random.nextDouble();
        double gigabytes = teraflops * logUniform(random, 0.15, 0.6);
        int ports = random.nextBoolean() ? 8 : 4;
        double portRate = PORT_RATES[random.nextInt(PORT_RATES.length)];
        double saved = (5 - wattsPerTeraflop) * DOLLARS_PER_WATT;
        double worth = 10_000 + teraflops * (50 + saved) + gigabytes * 40 + ports * portRate / 8 * 100;
        return new ServerFigures(
                teraflops, gigabytes, teraflops * wattsPerTeraflop, ports, portRate, worth * noise(random));
    }

    Server server(int index) {
        ServerFigures figures = serverFigures(index);
        return new Server(
                "server-" + index,
                "Server " + index,
                "accelerator-" + index,
                ACCELERATORS,
                new HostProcessor("processor", 2, 64),
                DataSize.gigabytes(2000),
                List.of(new NetworkInterface(
                        DataRate.gigabitsPerSecond(figures.portRate), figures.ports, InterfaceRole.FABRIC)),
                Power.watts(rounded(figures.watts * 0.25)),
                Power.watts(rounded(figures.watts)),
                4 + (int) (figures.watts / 2500),
                Mass.kilograms(rounded(50 + figures.watts / 125)),
                Money.dollars(rounded(figures.price)),
                MoneyRate.dollarsPerYear(rounded(figures.price * MAINTENANCE_SHARE)),
                Ratio.of(EFFICIENCY),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    StorageUnit storage(int index) {
        Random random = random(seed, "storage", index);
        double terabytes = logUniform(random, 100, 1500);
        double read = terabytes * logUniform(random, 0.005, 0.25);
        double write = read * (0.4 + 0.5 * random.nextDouble());
        double watts = 300 + terabytes * 0.3 + read * 10;
        double price = (8000 + terabytes * 30 + read * 1200 + write * 1500) * noise(random);
        return new StorageUnit(
                "storage-" + index,
                "Storage " + index,
                StorageKind.NAS,
                DataSize.terabytes(rounded(terabytes)),
                Durability.erasure(8, 2),
                DataRate.gigabytesPerSecond(rounded(read)),
                DataRate.gigabytesPerSecond(rounded(write)),
                10_000,
                Set.of(AccessProtocol.FILE),
                Power.watts(rounded(watts * 0.5)),
                Power.watts(rounded(watts)),
                1 + (int) (terabytes / 300),
                Mass.kilograms(rounded(20 + terabytes / 15)),
                Money.dollars(rounded(price)),
                MoneyRate.dollarsPerYear(rounded(price * MAINTENANCE_SHARE)),
                Optional.empty(),
                List.of());
    }

    /** The first is of the largest radix and rate, so that there is a fabric for every problem. */
    NetworkSwitch networkSwitch(int index) {
        Random random = random(seed, "switch", index);
        int radix = index == 0 ? 144 : RADICES[random.nextInt(RADICES.length)];
        double rate = index == 0 ? 800 : PORT_RATES[random.nextInt(PORT_RATES.length)];
        double price = radix * (150 + rate * (0.85 + radix / 500.0)) * noise(random);
        double watts = radix * (10 + rate / 40) * noise(random);
        return new NetworkSwitch(
                "switch-" + index,
                "Switch " + index,
                radix,
                DataRate.gigabitsPerSecond(rate),
                Money.dollars(rounded(price)),
                MoneyRate.dollarsPerYear(rounded(price * MAINTENANCE_SHARE)),
                Power.watts(rounded(watts * 0.45)),
                Power.watts(rounded(watts)),
                radix <= 64 ? 1 : 3,
                Mass.kilograms(rounded(radix * 0.4)),
                Money.dollars(rounded((400 + rate * 3) * noise(random))),
                List.of());
    }

    CoolingSystem cooling(int index) {
        Random random = random(seed, "cooling", index);
        double overhead = 0.05 + 0.4 * random.nextDouble();
        double kilowatts = COOLING_KILOWATTS[random.nextInt(COOLING_KILOWATTS.length)];
        double saved = (0.45 - overhead) * 1000 * YEARS * 8.76 * DOLLARS_PER_KILOWATT_HOUR * UTILISATION;
        double price = kilowatts * (500 + saved) * noise(random);
        return new CoolingSystem(
                "cooling-" + index,
                "Cooling " + index,
                CoolingKind.CHILLED_WATER,
                Power.kilowatts(kilowatts),
                Money.dollars(rounded(price)),
                MoneyRate.dollarsPerYear(rounded(price * MAINTENANCE_SHARE)),
                Ratio.of(rounded(overhead)),
                Ratio.of(rounded(overhead + 0.1)),
                Power.kilowatts(rounded(130 - overhead * 220)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static double logUniform(Random random, double least, double most) {
        return least * StrictMath.pow(most / least, random.nextDouble());
    }

    /** Within 4 %. */
    private static double noise(Random random) {
        return 0.96 + 0.08 * random.nextDouble();
    }

    /** Three digits, as on a data sheet. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
