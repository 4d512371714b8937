package io.dcsdk.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemRulesTest {
    private static final Map<String, Class<? extends CatalogItem>> TYPES = Map.of(
            "accelerator", Accelerator.class,
            "server", Server.class,
            "storage", StorageUnit.class,
            "switch", NetworkSwitch.class,
            "cooling", CoolingSystem.class,
            "supply", Supply.class,
            "control", SecurityControl.class);

    @TestFactory
    Stream<DynamicTest> bindsAndWritesTheEqualItemInJsonAndYaml() {
        return ItemSamples.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    CatalogItem item = ItemSamples.sample(type);
                    assertEquals(item, Documents.read(Documents.toJson(item), "item", DocumentFormat.JSON, type));
                    assertEquals(item, Documents.read(Documents.toYaml(item), "item", DocumentFormat.YAML, type));
                }));
    }

    @TestFactory
    Stream<DynamicTest> missesNoRequiredFigureSilently() {
        return ItemSamples.types().stream().flatMap(type -> Stream.of(type.getRecordComponents())
                .map(component -> DynamicTest.dynamicTest(
                        type.getSimpleName() + "." + component.getName(), () -> checkAbsence(type, component))));
    }

    private static void checkAbsence(Class<? extends CatalogItem> type, RecordComponent component) {
        Class<?> held = component.getType();
        boolean mayBeAbsent = held == Optional.class || Collection.class.isAssignableFrom(held);
        boolean mustHaveElements = List.of("peak", "protocols").contains(component.getName());
        if (mayBeAbsent && !mustHaveElements) {
            assertTrue(ItemSamples.with(type, component.getName(), null).id().length() > 0);
        } else {
            DocumentException refused =
                    assertThrows(DocumentException.class, () -> ItemSamples.with(type, component.getName(), null));
            assertTrue(String.valueOf(refused.getMessage()).contains(component.getName()), refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server|idlePower|\"12 kW\"|idlePower (12 kW) of server dgx-h100: is above maxPower (10.2 kW)\\nMaybe the two are swapped, or one has the wrong unit.",
                "server|id|\"DGX H100\"|id (DGX H100) of server: is not 1 to 64 lower-case letters, digits, dots and dashes\\nMaybe write it like dgx-h100.",
                "server|name|\" \"|name ( ) of server dgx-h100: is not of 1 to 120 characters\\nMaybe give it a short text.",
                "server|name|\"a\\u001b[2Jb\"|name (a?[2Jb) of server dgx-h100: has a control character\\nMaybe write it on one line.",
                "server|maxPower|\"-1 W\"|maxPower (-1 W) of server dgx-h100: is negative\\nMaybe drop the minus sign.",
                "server|maxPower|\"0 W\"|maxPower (0 W) of server dgx-h100: is not above zero\\nMaybe look the figure up in the data sheet.",
                "server|price|\"-1 USD\"|price (-1 USD) of server dgx-h100: is negative\\nMaybe drop the minus sign.",
                "server|acceleratorCount|0|acceleratorCount (0) of server dgx-h100: is below 1\\nMaybe correct the count.",
                "server|rackUnits|0|rackUnits (0) of server dgx-h100: is below 1\\nMaybe correct the count.",
                "server|available|-1|available (-1) of server dgx-h100: is below 0\\nMaybe correct the count.",
                "server|embodiedCarbon|\"-1 tCO2\"|embodiedCarbon (-1 tCO2) of server dgx-h100: is negative\\nMaybe drop the minus sign.",
                "server|sustainedEfficiency|40|sustainedEfficiency (40) of server dgx-h100: is not within 0 and 1\\nMaybe it is a percentage: write 35 % as 0.35.",
                "server|sustainedEfficiency|0|sustainedEfficiency (0) of server dgx-h100: is not above zero\\nMaybe leave the item out if it does no work.",
                "server|processor.cores|1|cores (1) of host processor Xeon 8480C: is below 2\\nMaybe correct the count.",
                "server|interfaces|[{\"rate\": \"0 B/s\", \"count\": 1, \"role\": \"fabric\"}]|rate (0 B/s) of network interface fabric: is not above zero\\nMaybe look the figure up in the data sheet.",
                "accelerator|peak|[\"1 TFLOP/s bf16\", \"2 TFLOP/s bf16\"]|peak (bf16) of accelerator h100: is there twice\\nMaybe delete one of the two.",
                "accelerator|peak|[]|peak ([]) of accelerator h100: is empty\\nMaybe give a rate for each precision it computes in.",
                "accelerator|link|\"0 B/s\"|link (0 B/s) of accelerator h100: is not above zero\\nMaybe look the figure up in the data sheet.",
                "accelerator|kind|\"tpu\"|accelerator kind (tpu): is unknown\\nMaybe use one of cpu, gpu, asic.",
                "storage|durability|\"raid 6\"|durability (raid 6) of storage: is unknown\\nMaybe write \"replication 3\", \"erasure 8+3\" or \"none\".",
                "storage|durability|\"replication 1\"|pieces (1+0) of durability: do not fit the scheme\\nMaybe write \"replication 3\", \"erasure 8+3\" or \"none\".",
                "storage|protocols|[]|protocols ([]) of storage unit flash: is empty\\nMaybe add block, file or object.",
                "storage|metadataOperationsPerSecond|-1|metadataOperationsPerSecond (-1) of storage unit flash: is below 0\\nMaybe correct the count.",
                "switch|ports|1|ports (1) of switch leaf: is below 4\\nMaybe correct the count.",
                "cooling|overhead|-0.1|overhead (-0.1) of cooling system air: is negative\\nMaybe drop the minus sign.",
                "supply|kind|\"battery\"|capacityFactor (1) of supply grid: is not zero although a battery makes no energy\\nMaybe it belongs to the supply that charges the battery.",
                "supply|firmShare|1.5|firmShare (1.5) of supply grid: is not within 0 and 1\\nMaybe it is a percentage: write 35 % as 0.35.",
                "control|overhead.compute|-0.1|compute (-0.1) of overhead: is negative\\nMaybe drop the minus sign.",
                "control|covers|[\"XX\"]|control family (XX) of NIST SP 800-53: is unknown\\nMaybe use an identifier such as AC, AU or SC.",
                "control|sources|[{\"fields\": [\"cost\"], \"title\": \"t\", \"year\": 2024, \"estimate\": true}]|sources (cost) of control disk-encryption: is no figure of it\\nMaybe the figures are kind, price, annual, perServer, staff, overhead, covers.",
                "control|sources|[{\"fields\": [], \"title\": \"t\", \"year\": 2024, \"estimate\": true}]|fields ([]) of source t: is empty\\nMaybe name the figures that the source is for.",
                "control|sources|[{\"fields\": [\"price\", \"price\"], \"title\": \"t\", \"year\": 2024, \"estimate\": true}]|fields (price) of source t: is there twice\\nMaybe delete one of the two.",
                "control|sources|[{\"fields\": [\"price\"], \"title\": \"t\", \"year\": 24, \"estimate\": true}]|year (24) of source t: is not within 1900 and 2200\\nMaybe write the year of publication.",
            })
    void saysWhichFigureOfWhichItemIsWrong(String type, String field, String value, String message) {
        Class<? extends CatalogItem> item = Objects.requireNonNull(TYPES.get(type));
        DocumentException refused = assertThrows(DocumentException.class, () -> ItemSamples.with(item, field, value));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.endsWith(": " + message.replace("\\n", "\n")), said);
    }

    @Test
    void coversAFigureThroughTheRecordThatHoldsIt() {
        Source source = new Source(List.of("overhead", "staff"), "A survey", 2020, true);
        assertTrue(source.covers("overhead.compute"));
        assertTrue(source.covers("staff"));
        assertTrue(!source.covers("overheads"));
        assertTrue(!new Source(List.of("overhead.compute"), "A survey", 2020, true).covers("overhead"));
    }

    @Test
    void keepsSetsInTheOrderOfTheirEnumsWhateverTheDocumentsOrder() {
        assertEquals(
                "[MP, SC]", ItemSamples.sample(SecurityControl.class).covers().toString());
        assertEquals(
                "[block, file]",
                ItemSamples.sample(StorageUnit.class).protocols().toString());
    }
}
