package io.dcsdk.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemSamples;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServerTest {
    private static final Server SERVER = ItemSamples.sample(Server.class);

    @Test
    void countsThePortsOfTheFabricOnly() {
        assertEquals(8, SERVER.fabricPorts());
        assertEquals(DataRate.parse("400 GB/s"), SERVER.fabricBandwidth());
        Server alone = ItemSamples.with(Server.class, "interfaces", "[]");
        assertEquals(0, alone.fabricPorts());
        assertEquals(DataRate.ZERO, alone.fabricBandwidth());
    }

    @Test
    void drawsPowerLinearlyBetweenIdleAndFullLoad() {
        assertEquals(Power.kilowatts(2), SERVER.averagePower(Ratio.ZERO));
        assertEquals(Power.kilowatts(6.1), SERVER.averagePower(Ratio.of(0.5)));
        assertEquals(Power.kilowatts(10.2), SERVER.averagePower(Ratio.ONE));
        ItemException refused = assertThrows(ItemException.class, () -> SERVER.averagePower(Ratio.of(50)));
        assertEquals("""
                utilisation (50) of server dgx-h100: is not within 0 and 1
                Maybe it is a percentage: write 35 % as 0.35.""", refused.getMessage());
    }

    @Test
    void knowsThePeakOfThePrecisionsThatItComputesIn() {
        Accelerator accelerator = ItemSamples.sample(Accelerator.class);
        assertEquals(Optional.of(ComputeRate.parse("989.4 TFLOP/s bf16")), accelerator.peak(Precision.BF16));
        assertTrue(accelerator.peak(Precision.INT8).isEmpty());
    }

    @Test
    void addsTheSoftwareCostOfServersAndAccelerators() {
        SoftwareEnvironment stack = ItemSamples.sample(SoftwareEnvironment.class);
        assertEquals(Money.dollars(2 * (1000 + 3 * 100 + 24 * 10)), stack.cost(3, 24, TimeSpan.years(2)));
        assertThrows(ItemException.class, () -> stack.cost(-1, 0, TimeSpan.years(1)));
    }

    @Test
    void describesItselfWithTheSourcesOfItsFigures() {
        Server sourced = ItemSamples.with(Server.class, "sources", """
                [{"fields": ["accelerator", "processor", "price"], "title": "Data sheet", "year": 2024, "estimate": false},
                 {"fields": ["price"], "title": "Market survey", "year": 2025, "estimate": true}]""");
        assertEquals("""
                DGX H100 (dgx-h100)
                  accelerator          h100 [1]
                  acceleratorCount     8
                  processor.model      Xeon 8480C [1]
                  processor.sockets    2 [1]
                  processor.cores      112 [1]
                  memory               2 TB
                  interfaces           8 x 400 Gbit/s (fabric), 2 x 400 Gbit/s (storage), 1 x 1 Gbit/s (management)
                  idlePower            2 kW
                  maxPower             10.2 kW
                  rackUnits            8
                  weight               130 kg
                  price                300000 USD [1] [2]
                  maintenance          20000 USD/a
                  sustainedEfficiency  0.4
                  embodiedCarbon       3 tCO2
                  available            100
                  [1] Data sheet, 2024
                  [2] Market survey, 2025 (estimate)""", sourced.describe());
    }
}
