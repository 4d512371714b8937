package io.dcsdk.finance;

import static io.dcsdk.SharedFacility.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.SharedFacility;
import io.dcsdk.energy.PowerUsageEffectiveness;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TotalCostOfOwnershipTest {
    @Test
    void matchesHamiltonsTotalWithinOnePercentAndHisSharesWithinOnePoint() {
        JsonNode published = SharedFacility.section("tco_hamilton_2010");
        MonthlyCost cost = ownership(published.required("inputs")).monthly();
        double total = number(published, "monthly_usd");
        assertEquals(total, cost.total().in(Money.Unit.USD), total * 0.01);
        JsonNode shares = published.required("shares_percent");
        assertShare(shares, "servers", cost, cost.servers());
        assertShare(shares, "networking", cost, cost.networking());
        assertShare(shares, "power_distribution_and_cooling", cost, cost.powerDistributionAndCooling());
        assertShare(shares, "power", cost, cost.power());
        assertShare(shares, "other", cost, cost.other());
    }

    private static void assertShare(JsonNode shares, String name, MonthlyCost cost, Money part) {
        assertEquals(number(shares, name), 100 * cost.share(part).value(), 1, name);
    }

    private static TotalCostOfOwnership ownership(JsonNode inputs) {
        return new TotalCostOfOwnership(
                Power.megawatts(number(inputs, "critical_load_mw")),
                Ratio.of(number(inputs, "utilisation")),
                Money.dollars(number(inputs, "facility_usd")),
                inputs.required("facility_years").intValue(),
                Ratio.of(number(inputs, "power_cooling_share_of_facility")),
                inputs.required("servers").longValue(),
                Money.dollars(number(inputs, "usd_per_server")),
                inputs.required("server_years").intValue(),
                Money.dollars(number(inputs, "network_usd")),
                inputs.required("network_years").intValue(),
                Ratio.of(number(inputs, "interest")),
                EnergyPrice.dollarsPerKilowattHour(number(inputs, "usd_per_kwh")),
                new PowerUsageEffectiveness(Ratio.of(number(inputs, "pue"))));
    }

    @Test
    void showsItsPartsWithTheirShares() {
        MonthlyCost cost = new MonthlyCost(
                Money.dollars(2_000_000),
                Money.dollars(500_000),
                Money.dollars(1_000_000),
                Money.dollars(400_000),
                Money.dollars(100_000));
        assertEquals("""
                servers                               2,000,000 USD  50.0 %
                networking                              500,000 USD  12.5 %
                power distribution and cooling        1,000,000 USD  25.0 %
                power                                   400,000 USD  10.0 %
                other                                   100,000 USD   2.5 %
                total                                 4,000,000 USD 100.0 %""", cost.describe());
        assertEquals(
                Ratio.ZERO,
                new MonthlyCost(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO).share(Money.ZERO));
    }

    @Test
    void refusesAPercentageAsTheShareOfPowerAndCooling() {
        ItemException refused = assertThrows(
                ItemException.class,
                () -> new TotalCostOfOwnership(
                        Power.megawatts(8),
                        Ratio.of(0.8),
                        Money.dollars(1),
                        10,
                        Ratio.of(82),
                        1,
                        Money.dollars(1),
                        3,
                        Money.dollars(1),
                        4,
                        Ratio.of(0.05),
                        EnergyPrice.dollarsPerKilowattHour(0.07),
                        new PowerUsageEffectiveness(Ratio.of(1.45))));
        assertEquals("""
                powerAndCoolingShare (82) of total cost of ownership: is not within 0 and 1
                Maybe it is a percentage: write 35 % as 0.35.""", refused.getMessage());
    }
}
