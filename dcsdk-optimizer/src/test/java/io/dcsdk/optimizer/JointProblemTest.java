package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.weather.SyntheticClimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JointProblemTest {
    private static final Map<String, Profile> FACTORS = Map.of("air", Profile.of(1.5, 1.25));

    private static EnergySystemBuilder supply() {
        return EnergySystem.builder(2, Profile.constant(3))
                .capacity(new Capacity("grid", 0, 1, 0))
                .bus("site", Profile.of(0.25, 0.5))
                .source("grid", "site", Limit.of("grid"), Profile.constant(100));
    }

    private static JointProblem problem() {
        return JointProblem.of(FoundingFixture.problem(), supply().build(), "site", FACTORS);
    }

    private static void refuses(String message, Runnable statement) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, statement::run);
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(message), said);
        assertTrue(said.contains("\nMaybe "), said);
    }

    @Test
    void theDesignCountsTheEnergyOfTheHourlyLoad() {
        JointProblem problem = problem();
        assertEquals(
                "0.375",
                problem.design()
                        .items()
                        .cooling()
                        .get(0)
                        .overhead()
                        .base()
                        .stripTrailingZeros()
                        .toPlainString());
        assertEquals(Rational.of(5 * 8760 / 6), problem.repetitions());
        Profile load = problem.load("air", 200);
        assertEquals(0.3, load.at(0), 1e-15);
        assertEquals(0.25, load.at(1), 1e-15);
        EnergySystem supplied = problem.supplying(load);
        assertEquals(0.55, supplied.nodes().get(0).demand().at(0), 1e-15);
        assertEquals(0.75, supplied.nodes().get(0).demand().at(1), 1e-15);
        assertEquals(0, problem.leastCost());
    }

    @Test
    void takesTheOverheadOfTheWorstHourInPlaceOfTheCatalogues() {
        CoolingConfiguration kind = CoolingConfiguration.CRAC;
        Ratio mild = FacilityLoad.peakOverhead(kind.facility(15, 1e6).run(SyntheticClimate.TEMPERATE.year(), 1));
        FacilityYear hot = kind.facility(15, 1e6).run(SyntheticClimate.HOT_DRY.year(), 1);
        Ratio worst = FacilityLoad.peakOverhead(hot);
        assertEquals(hot.hourlyPowerUsageEffectiveness().max() - 1, worst.value(), 1e-11);
        assertTrue(worst.value() > mild.value() + 0.1, mild + " " + worst);
        var design = FoundingFixture.problem();
        var system = supply().build();
        JointProblem stated = JointProblem.of(design, system, "site", FACTORS, Map.of("air", worst), BigDecimal.ONE);
        assertEquals(worst, stated.design().items().cooling().get(0).peakOverhead());
        assertEquals(
                design.items().cooling().get(0).peakOverhead(),
                problem().design().items().cooling().get(0).peakOverhead());
        refuses(
                "peaks (water) of joint problem",
                () -> JointProblem.of(design, system, "site", FACTORS, Map.of("water", worst), BigDecimal.ONE));
        refuses(
                "it is not the same in all hours",
                () -> FacilityLoad.peakOverhead(kind.facility(15, 1e6).run(SyntheticClimate.HOT_DRY.year(), 0)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        var design = FoundingFixture.problem();
        var system = supply().build();
        refuses("is none of the energy system", () -> JointProblem.of(design, system, "elsewhere", FACTORS));
        refuses(
                "are not those of the catalogue's cooling systems",
                () -> JointProblem.of(design, system, "site", Map.of()));
        refuses(
                "are not one for each of 2 steps",
                () -> JointProblem.of(design, system, "site", Map.of("air", Profile.of(1, 1, 1))));
        refuses(
                "are below the IT power itself",
                () -> JointProblem.of(design, system, "site", Map.of("air", Profile.of(1, 0.9))));
        refuses("is below 0", () -> JointProblem.of(design, system, "site", Map.of("air", Profile.of(-1, 9))));
        refuses(
                "is planned by the energy system",
                () -> JointProblem.of(
                        FoundingFixture.builder()
                                .supply(new SupplyRule(Optional.empty(), Optional.empty()))
                                .build(),
                        system,
                        "site",
                        FACTORS));
    }

    @Test
    void refusesASupplyThatEarnsMoneyWithoutEnd() {
        EnergySystem selling = supply().capacity(Capacity.extendable("sale", 1))
                .activity(new Activity("sale", List.of(new Port("site", -1)), Limit.of("sale"), Profile.constant(-5)))
                .build();
        refuses(
                "earns money without end, or cannot be bounded",
                () -> JointProblem.of(FoundingFixture.problem(), selling, "site", FACTORS));
    }

    @Test
    void theLoadOfAYearIsItsUsageEffectivenessTimesItsActivity() {
        FacilityYear year = CoolingConfiguration.CHILLER.facility(20, 1e6).run(SyntheticClimate.TEMPERATE.year(), 0.8);
        Profile load = FacilityLoad.of(year);
        assertEquals(8760, load.length());
        double sum = 0;
        for (int t = 0; t < load.length(); t++) {
            sum += load.at(t);
        }
        assertEquals(year.powerUsageEffectiveness(), sum / load.length(), 1e-12);
        assertEquals(1.2, FacilityLoad.constant(0.2).at(17), 0);
        refuses("it is below 0", () -> FacilityLoad.constant(-0.2));
    }
}
