package io.dcsdk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.ItemException;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A wither that loses or swaps a figure is found here: of the real items nothing else changes. */
final class ItemWithersTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Money PRICE = Money.dollars(12.5);
    private static final Power IDLE = Power.watts(3);
    private static final Power FULL = Power.watts(7);
    private static final Ratio SHARE = Ratio.of(new BigDecimal("0.375"));
    private static final Ratio LARGER_SHARE = Ratio.of(new BigDecimal("0.625"));
    private static final Optional<Integer> LIMIT = Optional.of(917);

    private static void assertChanges(Record before, Record after, String... components) throws Exception {
        Set<String> changed = new TreeSet<>();
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object was = component.getAccessor().invoke(before);
            if (!was.equals(component.getAccessor().invoke(after))) {
                changed.add(component.getName());
            }
        }
        assertEquals(new TreeSet<>(Set.of(components)), changed, before::toString);
    }

    @Test
    void ofAServerOnlyWhatIsNamedChanges() throws Exception {
        for (Server item : CATALOG.servers()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withPower(IDLE, FULL), "idlePower", "maxPower");
            assertEquals(IDLE, item.withPower(IDLE, FULL).idlePower());
            assertChanges(item, item.withRackUnits(77), "rackUnits");
            assertChanges(item, item.withPrice(PRICE), "price");
            assertChanges(item, item.withAvailable(LIMIT), "available");
        }
    }

    @Test
    void ofAStorageUnitOnlyWhatIsNamedChanges() throws Exception {
        for (StorageUnit item : CATALOG.storage()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withPower(IDLE, FULL), "idlePower", "maxPower");
            assertEquals(IDLE, item.withPower(IDLE, FULL).idlePower());
            assertChanges(item, item.withRackUnits(77), "rackUnits");
            assertChanges(item, item.withPrice(PRICE), "price");
            assertChanges(item, item.withAvailable(LIMIT), "available");
        }
    }

    @Test
    void ofASwitchOnlyWhatIsNamedChanges() throws Exception {
        for (NetworkSwitch item : CATALOG.switches()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withPrice(PRICE), "price");
            assertChanges(item, item.withPower(IDLE, FULL), "idlePower", "maxPower");
            assertEquals(IDLE, item.withPower(IDLE, FULL).idlePower());
            assertChanges(item, item.withRackUnits(77), "rackUnits");
            assertChanges(item, item.withCablePrice(PRICE), "cablePrice");
        }
    }

    @Test
    void ofACoolingSystemOnlyWhatIsNamedChanges() throws Exception {
        for (CoolingSystem item : CATALOG.cooling()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withUnitPrice(PRICE), "unitPrice");
            assertChanges(item, item.withOverhead(SHARE, LARGER_SHARE), "overhead", "peakOverhead");
            assertEquals(SHARE, item.withOverhead(SHARE, LARGER_SHARE).overhead());
            assertChanges(item, item.withAvailable(LIMIT), "available");
        }
    }

    @Test
    void ofASupplyOnlyWhatIsNamedChanges() throws Exception {
        for (Supply item : CATALOG.supplies()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withPrice(PowerPrice.dollarsPerKilowatt(12.5)), "price");
            assertChanges(item, item.withMaximum(Optional.of(IDLE)), "maximum");
        }
    }

    @Test
    void ofAControlOnlyWhatIsNamedChanges() throws Exception {
        for (SecurityControl item : CATALOG.controls()) {
            assertChanges(item, item.withId("another"), "id");
            assertChanges(item, item.withPrice(PRICE), "price");
            assertChanges(item, item.withStaff(LARGER_SHARE), "staff");
        }
    }

    @Test
    void theRulesOfTheItemHold() {
        Server server = CATALOG.servers().get(0);
        assertThrows(ItemException.class, () -> server.withPower(FULL, IDLE));
        assertThrows(ItemException.class, () -> server.withRackUnits(0));
        assertThrows(ItemException.class, () -> server.withPrice(Money.dollars(-1)));
    }
}
