package io.dcsdk.optimizer.explanation;

import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Items of which more can be had than the catalogue says. */
final class RepairedItems {
    private final Map<String, BigDecimal> figures;

    RepairedItems(Map<String, BigDecimal> figures) {
        this.figures = figures;
    }

    private Optional<Integer> available(String id, Optional<Integer> stated) {
        return Optional.ofNullable(figures.get("available." + id))
                .map(BigDecimal::intValueExact)
                .or(() -> stated);
    }

    Server server(Server item) {
        return item.withAvailable(available(item.id(), item.available()));
    }

    StorageUnit storage(StorageUnit item) {
        return item.withAvailable(available(item.id(), item.available()));
    }

    CoolingSystem cooling(CoolingSystem item) {
        return item.withAvailable(available(item.id(), item.available()));
    }
}
