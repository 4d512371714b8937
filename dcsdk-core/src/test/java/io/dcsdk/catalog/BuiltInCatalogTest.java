package io.dcsdk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedFacility;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.Server;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.PowerUsageEffectiveness;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.Figure;
import io.dcsdk.item.Source;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.ControlKind;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageKind;
import io.dcsdk.storage.StorageUnit;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class BuiltInCatalogTest {
    private static final Set<Class<?>> PRICES =
            Set.of(Money.class, MoneyRate.class, EnergyPrice.class, PowerPrice.class);

    static List<CatalogItem> items() {
        return Catalog.builtIn().items();
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyFigureHasASource(CatalogItem item) {
        for (Figure figure : item.figures()) {
            assertFalse(figure.sources().isEmpty(), item.id() + "." + figure.path() + " has no source");
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyPriceIsAnEstimate(CatalogItem item) {
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            if (PRICES.contains(component.getType())) {
                for (Source source : item.sources()) {
                    assertTrue(
                            source.estimate() || !source.covers(component.getName()),
                            item.id() + "." + component.getName() + " is no estimate");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyItemReadsBackFromItsJsonAndItsYaml(CatalogItem item) {
        Class<? extends CatalogItem> type = item.getClass();
        assertEquals(item, Documents.read(Documents.toJson(item), item.id(), DocumentFormat.JSON, type));
        assertEquals(item, Documents.read(Documents.toYaml(item), item.id(), DocumentFormat.YAML, type));
    }

    @Test
    void theWholeCatalogueReadsBackFromItsJsonAndItsYaml() {
        Catalog catalog = Catalog.builtIn();
        String json = Documents.toJson(catalog);
        assertEquals(catalog, Documents.read(json, "json", DocumentFormat.JSON, Catalog.class));
        assertEquals(catalog, Documents.read(Documents.toYaml(catalog), "yaml", DocumentFormat.YAML, Catalog.class));
        assertEquals(json, Documents.toJson(Documents.read(json, "json", DocumentFormat.JSON, Catalog.class)));
    }

    @Test
    void nodePowersAreThePublishedOnes() {
        JsonNode published = SharedFacility.section("node_power_kw_max");
        Map<String, String> ids =
                Map.of("DGX A100", "dgx-a100", "DGX H100", "dgx-h100", "DGX H200", "dgx-h200", "DGX B200", "dgx-b200");
        ids.forEach((name, id) -> assertEquals(
                Power.kilowatts(SharedFacility.number(published, name)),
                server(id).maxPower(),
                name));
    }

    @Test
    void holdsOneOfEachKind() {
        Catalog catalog = Catalog.builtIn();
        assertEquals(
                EnumSet.allOf(AcceleratorKind.class),
                kinds(catalog.servers(), server -> catalog.accelerator(server).kind()));
        assertEquals(EnumSet.allOf(StorageKind.class), kinds(catalog.storage(), StorageUnit::kind));
        assertEquals(EnumSet.allOf(CoolingKind.class), kinds(catalog.cooling(), CoolingSystem::kind));
        assertEquals(EnumSet.allOf(SupplyKind.class), kinds(catalog.supplies(), Supply::kind));
        assertEquals(EnumSet.allOf(ControlKind.class), kinds(catalog.controls(), SecurityControl::kind));
        assertEquals(Set.of(64, 144), kinds(catalog.switches(), NetworkSwitch::ports));
        assertFalse(catalog.software().isEmpty());
    }

    private static <T, K> Set<K> kinds(List<T> items, Function<T, K> kind) {
        return items.stream().map(kind).collect(Collectors.toSet());
    }

    @Test
    void figuresAgreeWithEachOther() {
        Catalog catalog = Catalog.builtIn();
        for (Server server : catalog.servers()) {
            Accelerator accelerator = catalog.accelerator(server);
            Power accelerators = accelerator.maxPower().times(server.acceleratorCount());
            assertTrue(accelerators.compareTo(server.maxPower()) < 0, server.id());
            assertTrue(accelerator.peak(Precision.BF16).isPresent(), server.id());
            assertTrue(server.fabricPorts() > 0, server.id());
        }
        assertEquals(DataRate.parse("200 GB/s"), server("dgx-a100").fabricBandwidth());
        assertEquals(DataRate.parse("400 GB/s"), server("dgx-b200").fabricBandwidth());
        for (CoolingSystem cooling : catalog.cooling()) {
            assertTrue(cooling.overhead().compareTo(cooling.peakOverhead()) <= 0, cooling.id());
        }
    }

    @Test
    void coolingSystemsSpanThePublishedEffectiveness() {
        JsonNode published = SharedFacility.section("pue");
        Ratio loss = Ratio.of(0.06);
        Set<Double> ours =
                kinds(Catalog.builtIn().cooling(), cooling -> PowerUsageEffectiveness.of(cooling.overhead(), loss)
                        .value()
                        .value());
        double best = ours.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double worst = ours.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertEquals(SharedFacility.number(published, "Google 2023"), best, 0.05);
        assertEquals(SharedFacility.number(published, "industry average 2023"), worst, 0.1);
    }

    private static Server server(String id) {
        return (Server) Catalog.builtIn().find(id).orElseThrow();
    }
}
