package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.HostProcessor;
import io.dcsdk.compute.InterfaceRole;
import io.dcsdk.compute.NetworkInterface;
import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.WaterIntensity;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.ControlKind;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.storage.Durability;
import io.dcsdk.storage.StorageKind;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Random catalogues of a few items with small round figures, so that ties and exact fits are common. */
final class SmallCatalogs {
    private final Random random;

    private SmallCatalogs(Random random) {
        this.random = random;
    }

    static Catalog of(Random random) {
        SmallCatalogs draw = new SmallCatalogs(random);
        List<Accelerator> accelerators = draw.several(1, 2, draw::accelerator);
        return new Catalog(
                "random",
                accelerators,
                draw.several(1, 3, k -> draw.server(k, accelerators)),
                draw.several(0, 2, draw::software),
                draw.several(1, 2, draw::storage),
                draw.several(1, 2, draw::networkSwitch),
                draw.several(0, 2, draw::cooling),
                draw.several(1, 3, draw::supply),
                draw.several(0, 3, draw::control));
    }

    private <T> List<T> several(int least, int most, IntFunction<T> item) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(item).toList();
    }

    private int from(int... values) {
        return values[random.nextInt(values.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private Ratio ratio(String... values) {
        return Ratio.of(new BigDecimal(values[random.nextInt(values.length)]));
    }

    private Optional<Integer> available(int percent) {
        return chance(percent) ? Optional.of(random.nextInt(8)) : Optional.empty();
    }

    private Accelerator accelerator(int k) {
        List<ComputeRate> peaks = new ArrayList<>();
        if (chance(90)) {
            peaks.add(ComputeRate.parse(from(100, 150, 200) + " TFLOP/s bf16"));
        }
        if (peaks.isEmpty() || chance(50)) {
            peaks.add(ComputeRate.parse(from(200, 300, 400) + " TFLOP/s fp8"));
        }
        return new Accelerator(
                "chip-" + k,
                "Chip",
                AcceleratorKind.GPU,
                peaks,
                DataSize.parse(from(40, 60, 80) + " GB"),
                DataRate.parse(from(2, 3, 4) + " TB/s"),
                Optional.empty(),
                Power.parse("500 W"),
                List.of());
    }

    private Server server(int k, List<Accelerator> accelerators) {
        List<NetworkInterface> ports = new ArrayList<>();
        if (chance(85)) {
            DataRate rate = DataRate.parse(from(100, 200, 400) + " Gbit/s");
            ports.add(new NetworkInterface(rate, from(1, 2, 2, 3), InterfaceRole.FABRIC));
        }
        if (chance(30)) {
            ports.add(new NetworkInterface(DataRate.parse("800 Gbit/s"), 1, InterfaceRole.STORAGE));
        }
        int watts = from(1000, 2000, 2500, 4000);
        return new Server(
                "server-" + k,
                "Server",
                accelerators.get(random.nextInt(accelerators.size())).id(),
                from(1, 2),
                new HostProcessor("Processor", 1, 8),
                DataSize.parse("1 TB"),
                ports,
                Power.parse(watts / from(2, 4, 5) + " W"),
                Power.parse(watts + " W"),
                from(1, 2, 4),
                Mass.parse(from(20, 40, 60) + " kg"),
                Money.dollars(from(0, 5, 10, 12, 20) * 1000.0),
                MoneyRate.dollarsPerYear(from(0, 100, 500)),
                ratio("0.4", "0.5", "1"),
                Optional.empty(),
                available(25),
                List.of());
    }

    private SoftwareEnvironment software(int k) {
        return new SoftwareEnvironment(
                "software-" + k,
                "Software",
                MoneyRate.dollarsPerYear(from(0, 1000)),
                MoneyRate.dollarsPerYear(from(0, 200)),
                MoneyRate.dollarsPerYear(from(0, 150)),
                List.of());
    }

    private StorageUnit storage(int k) {
        Durability[] schemes = {
            Durability.NONE, Durability.replication(2), Durability.erasure(2, 1), Durability.erasure(8, 3)
        };
        Set<AccessProtocol> protocols = EnumSet.of(any(AccessProtocol.values()));
        if (chance(60)) {
            protocols.add(AccessProtocol.FILE);
        }
        int watts = from(300, 600, 1500);
        return new StorageUnit(
                "store-" + k,
                "Store",
                StorageKind.SSD,
                DataSize.parse(from(30, 60, 110) + " TB"),
                schemes[random.nextInt(schemes.length)],
                DataRate.parse(from(10, 20) + " GB/s"),
                DataRate.parse(from(5, 10) + " GB/s"),
                from(0, 1000, 2000),
                protocols,
                Power.parse(watts / 3 + " W"),
                Power.parse(watts + " W"),
                from(1, 2, 4),
                Mass.parse(from(20, 30) + " kg"),
                Money.dollars(from(1, 3, 6) * 1000.0),
                MoneyRate.dollarsPerYear(from(0, 90)),
                available(20),
                List.of());
    }

    private NetworkSwitch networkSwitch(int k) {
        return new NetworkSwitch(
                "switch-" + k,
                "Switch",
                from(4, 4, 6, 8),
                DataRate.parse(from(100, 200, 400, 400) + " Gbit/s"),
                Money.dollars(from(0, 500, 2000, 3000)),
                MoneyRate.dollarsPerYear(from(0, 50)),
                Power.parse(from(0, 100) + " W"),
                Power.parse(from(200, 500, 5000) + " W"),
                from(1, 2),
                Mass.parse("10 kg"),
                Money.dollars(from(0, 50, 100)),
                List.of());
    }

    private CoolingSystem cooling(int k) {
        return new CoolingSystem(
                "cooling-" + k,
                "Cooling",
                any(CoolingKind.values()),
                Power.parse(from(3, 7, 10) + " kW"),
                Money.dollars(from(0, 500, 2000)),
                MoneyRate.dollarsPerYear(from(0, 40)),
                ratio("0", "0.1", "0.5"),
                ratio("0", "0.25", "0.4"),
                Power.parse(from(3, 5, 8, 20) + " kW"),
                // Without a draw, so that the problem of a seed stays what it was.
                Optional.of(WaterIntensity.litresPerKilowattHour(2 - 0.5 * k)),
                available(20),
                List.of());
    }

    private Supply supply(int k) {
        SupplyKind kind = any(SupplyKind.values());
        boolean battery = kind == SupplyKind.BATTERY;
        return new Supply(
                "supply-" + k,
                "Supply",
                kind,
                EnergyPrice.parse("0.1 USD/kWh"),
                CarbonIntensity.parse(from(0, 50, 400) + " gCO2/kWh"),
                battery ? Ratio.ZERO : ratio("0.2", "0.3", "1", "1"),
                ratio("0", "0.1", "0.7", "1", "1"),
                !battery && chance(50),
                PowerPrice.parse(from(0, 100, 300, 700) + " USD/kW"),
                ratio("0", "0.03"),
                chance(30) ? Optional.of(Power.parse(from(0, 4, 12) + " kW")) : Optional.empty(),
                List.of());
    }

    private SecurityControl control(int k) {
        Set<ControlFamily> covers = EnumSet.noneOf(ControlFamily.class);
        for (ControlFamily family : List.of(ControlFamily.AC, ControlFamily.AU, ControlFamily.SC)) {
            if (chance(45)) {
                covers.add(family);
            }
        }
        return new SecurityControl(
                "control-" + k,
                "Control",
                any(ControlKind.ACCESS_CONTROL, ControlKind.AUDIT),
                Money.dollars(from(0, 400, 4000)),
                MoneyRate.dollarsPerYear(from(0, 100)),
                MoneyRate.dollarsPerYear(from(0, 0, 300)),
                ratio("0", "0.1"),
                new Overhead(ratio("0", "0.1", "0.25"), ratio("0", "0.1"), ratio("0", "0.2")),
                covers,
                List.of());
    }
}
