package io.dcsdk.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemSamples;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DurabilityProperties {
    @Property
    void textReadsBackAsTheEqualScheme(
            @ForAll @IntRange(min = 1, max = 255) int data, @ForAll @IntRange(min = 1, max = 254) int redundant) {
        Durability erasure = Durability.erasure(data, redundant);
        Durability replication = Durability.replication(redundant + 1);
        assertEquals(erasure, Durability.parse(erasure.toString()));
        assertEquals(replication, Durability.parse(replication.toString()));
        assertEquals(redundant, erasure.toleratedFailures());
        assertEquals(redundant, replication.toleratedFailures());
    }

    @Property
    void moreRedundancyCostsMoreAndMoreDataPiecesCostLess(
            @ForAll @IntRange(min = 1, max = 254) int data, @ForAll @IntRange(min = 1, max = 254) int redundant) {
        Ratio overhead = Durability.erasure(data, redundant).overhead();
        assertTrue(overhead.compareTo(Ratio.ONE) > 0);
        assertTrue(Durability.erasure(data, redundant + 1).overhead().compareTo(overhead) > 0);
        assertTrue(Durability.erasure(data + 1, redundant).overhead().compareTo(overhead) < 0);
    }

    @Example
    void givesTheUsualOverheads() {
        assertEquals(Ratio.of(3), Durability.parse("replication 3").overhead());
        assertEquals(Ratio.of(1.375), Durability.parse("erasure 8+3").overhead());
        assertEquals(Ratio.ONE, Durability.parse("none").overhead());
        assertEquals(0, Durability.NONE.toleratedFailures());
    }

    @Example
    void leavesAWholeUsableCapacityWhereTheOverheadHasNoFiniteDecimal() {
        StorageUnit unit = ItemSamples.with(StorageUnit.class, "durability", "\"erasure 9+2\"");
        assertEquals(DataSize.terabytes(90), unit.usableCapacity());
    }
}
