package io.dcsdk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemSamples;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogTest {
    private static final Accelerator H100 = ItemSamples.sample(Accelerator.class);
    private static final Server DGX = ItemSamples.sample(Server.class);
    private static final NetworkSwitch LEAF = ItemSamples.sample(NetworkSwitch.class);
    private static final Catalog SMALL = catalog("small", List.of(H100), List.of(DGX), List.of(LEAF));

    private static Catalog catalog(
            String name, List<Accelerator> accelerators, List<Server> servers, List<NetworkSwitch> switches) {
        return new Catalog(
                name, accelerators, servers, List.of(), List.of(), switches, List.of(), List.of(), List.of());
    }

    @Test
    void findsItemsAndTheirAccelerators() {
        assertEquals(List.of("h100", "dgx-h100", "leaf"), ids(SMALL));
        assertEquals(Optional.of(DGX), SMALL.find("dgx-h100"));
        assertTrue(SMALL.find("dgx-h300").isEmpty());
        assertEquals(H100, SMALL.accelerator(DGX));
        assertSame(Catalog.builtIn(), Catalog.builtIn());
    }

    private static List<String> ids(Catalog catalog) {
        return catalog.items().stream().map(CatalogItem::id).toList();
    }

    @Test
    void refusesAnIdentifierThatIsThereTwice() {
        ItemException inOne =
                assertThrows(ItemException.class, () -> catalog("mine", List.of(H100, H100), List.of(), List.of()));
        assertEquals("""
                id (h100) of catalogue mine: is there twice in accelerators
                Maybe rename one of the two.""", inOne.getMessage());
        NetworkSwitch named = ItemSamples.with(NetworkSwitch.class, "id", "\"h100\"");
        ItemException inTwo =
                assertThrows(ItemException.class, () -> catalog("mine", List.of(H100), List.of(), List.of(named)));
        assertEquals("""
                id (h100) of catalogue mine: is there in accelerators and in switches
                Maybe rename one of the two.""", inTwo.getMessage());
    }

    @Test
    void refusesAServerWhoseAcceleratorIsUnknown() {
        Server odd = ItemSamples.with(Server.class, "accelerator", "\"h1000\"");
        ItemException unknown =
                assertThrows(ItemException.class, () -> catalog("mine", List.of(H100), List.of(odd), List.of()));
        assertEquals("""
                accelerator (h1000) of server dgx-h100: is not in catalogue mine
                Maybe add it under accelerators, or use one of h100.""", unknown.getMessage());
        ItemException foreign = assertThrows(ItemException.class, () -> SMALL.accelerator(odd));
        assertEquals("""
                accelerator (h1000) of server dgx-h100: is not in catalogue small
                Maybe the server is of another catalogue.""", foreign.getMessage());
    }

    @Test
    void anOverlayReplacesInPlaceAndAddsAtTheEnd(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                name: mine
                servers:
                  - id: dgx-h100
                    name: DGX H100 at our price
                    accelerator: h100-sxm5
                    acceleratorCount: 8
                    processor: {model: Xeon 8480C, sockets: 2, cores: 112}
                    memory: 2 TB
                    interfaces: [{rate: 400 Gbit/s, count: 8, role: fabric}]
                    idlePower: 2 kW
                    maxPower: 10.2 kW
                    rackUnits: 8
                    weight: 130 kg
                    price: 210000 USD
                    maintenance: 10000 USD/a
                    sustainedEfficiency: 0.42
                  - id: our-h100
                    name: Our own H100 server
                    accelerator: h100-sxm5
                    acceleratorCount: 4
                    processor: {model: Xeon 8480C, sockets: 2, cores: 112}
                    memory: 1 TB
                    idlePower: 1 kW
                    maxPower: 5 kW
                    rackUnits: 4
                    weight: 60 kg
                    price: 110000 USD
                    maintenance: 5000 USD/a
                    sustainedEfficiency: 0.42
                """);
        Catalog merged = Catalog.builtIn().with(CatalogOverlay.read(file));
        assertEquals("built-in + mine", merged.name());
        List<String> before =
                Catalog.builtIn().servers().stream().map(Server::id).toList();
        List<String> after = merged.servers().stream().map(Server::id).toList();
        assertEquals(before, after.subList(0, before.size()));
        assertEquals(List.of("our-h100"), after.subList(before.size(), after.size()));
        assertEquals(Money.dollars(210_000), ((Server) merged.find("dgx-h100").orElseThrow()).price());
        assertEquals(
                "h100-sxm5",
                merged.accelerator((Server) merged.find("our-h100").orElseThrow())
                        .id());
    }

    @Test
    void anOverlayCannotMoveAnIdentifierToAnotherList() {
        NetworkSwitch named = ItemSamples.with(NetworkSwitch.class, "id", "\"dgx-h100\"");
        Catalog overlay = catalog("mine", List.of(), List.of(), List.of(named));
        ItemException refused = assertThrows(ItemException.class, () -> SMALL.with(overlay));
        assertEquals("""
                id (dgx-h100) of catalogue small + mine: is there in servers and in switches
                Maybe rename one of the two.""", refused.getMessage());
    }

    @Test
    void namesFileLineAndPathOfAnError(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(
                file, Documents.toJson(SMALL).replace("\"maxPower\" : \"10.2 kW\"", "\"maxPower\" : \"1 kW\""));
        DocumentException refused = assertThrows(DocumentException.class, () -> Catalog.read(file));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .endsWith("idlePower (2 kW) of server dgx-h100: is above maxPower (1 kW)\n"
                                + "Maybe the two are swapped, or one has the wrong unit."),
                refused.getMessage());
        assertEquals(Optional.of("servers[0]"), refused.path());
        DocumentException unknown = assertThrows(
                DocumentException.class,
                () -> Documents.read(
                        "name: mine\nserver: []\n", "mine.yaml", DocumentFormat.YAML, CatalogOverlay.class));
        assertEquals(Optional.of("server"), unknown.path());
        assertEquals(2, unknown.line().orElseThrow());
    }

    @Test
    void selectsWithTheAcceleratorsOfTheServers() {
        assertEquals(List.of("h100", "dgx-h100"), ids(SMALL.only(Set.of("dgx-h100"))));
        assertEquals(List.of("h100", "leaf"), ids(SMALL.without(Set.of("dgx-h100"))));
        ItemException needed = assertThrows(ItemException.class, () -> SMALL.without(Set.of("h100")));
        assertEquals("""
                accelerator (h100) of server dgx-h100: is not in catalogue small
                Maybe add it under accelerators.""", needed.getMessage());
        ItemException unknown = assertThrows(ItemException.class, () -> SMALL.only(Set.of("leaf", "x", "a")));
        assertEquals("""
                id (a, x) of catalogue small: is unknown
                Maybe it is mistyped: items() lists all.""", unknown.getMessage());
        assertThrows(ItemException.class, () -> SMALL.without(Set.of("x")));
    }

    @Property(tries = 200)
    void aCatalogueOverItselfKeepsItsItems(@ForAll("selections") Set<String> some) {
        Catalog part = Catalog.builtIn().only(some);
        assertEquals(Catalog.builtIn().items(), Catalog.builtIn().with(part).items());
        assertEquals(part.items(), part.with(part).items());
        assertTrue(ids(part).containsAll(some));
        assertEquals(part, part.only(Set.copyOf(ids(part))));
    }

    @Provide
    Arbitrary<Set<String>> selections() {
        return Arbitraries.of(ids(Catalog.builtIn())).set().ofMaxSize(12);
    }
}
