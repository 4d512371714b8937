package io.dcsdk.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.item.ItemSamples;
import io.dcsdk.quantity.DataRate;
import org.junit.jupiter.api.Test;

final class NetworkSwitchTest {
    @Test
    void carriesTheRateOfAllItsPorts() {
        assertEquals(
                DataRate.parse("3.2 TB/s"),
                ItemSamples.sample(NetworkSwitch.class).switchingCapacity());
    }
}
