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
        return new Server(
                item.id(),
                item.name(),
                item.accelerator(),
                item.acceleratorCount(),
                item.processor(),
                item.memory(),
                item.interfaces(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                item.price(),
                item.maintenance(),
                item.sustainedEfficiency(),
                item.embodiedCarbon(),
                available(item.id(), item.available()),
                item.sources());
    }

    StorageUnit storage(StorageUnit item) {
        return new StorageUnit(
                item.id(),
                item.name(),
                item.kind(),
                item.rawCapacity(),
                item.durability(),
                item.readRate(),
                item.writeRate(),
                item.metadataOperationsPerSecond(),
                item.protocols(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                item.price(),
                item.maintenance(),
                available(item.id(), item.available()),
                item.sources());
    }

    CoolingSystem cooling(CoolingSystem item) {
        return new CoolingSystem(
                item.id(),
                item.name(),
                item.kind(),
                item.unitCapacity(),
                item.unitPrice(),
                item.unitMaintenance(),
                item.overhead(),
                item.peakOverhead(),
                item.maxPowerPerRack(),
                item.waterUsage(),
                available(item.id(), item.available()),
                item.sources());
    }
}
