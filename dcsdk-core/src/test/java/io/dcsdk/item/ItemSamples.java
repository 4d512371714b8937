package io.dcsdk.item;

import com.google.common.base.Splitter;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One valid item of each type, as a document that tests change and bind. */
public final class ItemSamples {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SOURCES =
            "\"sources\": [{\"fields\": [\"name\"], \"title\": \"Data sheet\", \"year\": 2024, \"estimate\": false}]}";

    private static final Map<Class<? extends CatalogItem>, String> DOCUMENTS = Map.of(
            Accelerator.class,
            """
            {"id": "h100", "name": "H100", "kind": "gpu", "peak": ["989.4 TFLOP/s bf16", "1978.9 TFLOP/s fp8"],
             "memory": "80 GB", "memoryBandwidth": "3.35 TB/s", "link": "450 GB/s", "maxPower": "700 W",
            """ + SOURCES,
            Server.class,
            """
            {"id": "dgx-h100", "name": "DGX H100", "accelerator": "h100", "acceleratorCount": 8,
             "processor": {"model": "Xeon 8480C", "sockets": 2, "cores": 112}, "memory": "2 TB",
             "interfaces": [{"rate": "400 Gbit/s", "count": 8, "role": "fabric"},
                            {"rate": "400 Gbit/s", "count": 2, "role": "storage"},
                            {"rate": "1 Gbit/s", "count": 1, "role": "management"}],
             "idlePower": "2 kW", "maxPower": "10.2 kW", "rackUnits": 8, "weight": "130 kg", "price": "300000 USD",
             "maintenance": "20000 USD/a", "sustainedEfficiency": 0.4, "embodiedCarbon": "3 tCO2", "available": 100,
            """ + SOURCES,
            SoftwareEnvironment.class,
            """
            {"id": "stack", "name": "Stack", "fixed": "1000 USD/a", "perServer": "100 USD/a",
             "perAccelerator": "10 USD/a",
            """ + SOURCES,
            StorageUnit.class,
            """
            {"id": "flash", "name": "Flash", "kind": "ssd", "rawCapacity": "110 TB", "durability": "erasure 8+3",
             "readRate": "40 GB/s", "writeRate": "20 GB/s", "metadataOperationsPerSecond": 100000,
             "protocols": ["file", "block"], "idlePower": "400 W", "maxPower": "1 kW", "rackUnits": 2,
             "weight": "40 kg", "price": "90000 USD", "maintenance": "9000 USD/a", "available": 4,
            """ + SOURCES,
            NetworkSwitch.class,
            """
            {"id": "leaf", "name": "Leaf", "ports": 64, "portRate": "400 Gbit/s", "price": "30000 USD",
             "maintenance": "3000 USD/a", "idlePower": "500 W", "maxPower": "1.7 kW", "rackUnits": 1,
             "weight": "15 kg", "cablePrice": "1500 USD",
            """ + SOURCES,
            CoolingSystem.class,
            """
            {"id": "air", "name": "Air", "kind": "chilled-water", "unitCapacity": "100 kW", "unitPrice": "50000 USD",
             "unitMaintenance": "2500 USD/a", "overhead": 0.25, "peakOverhead": 0.4, "maxPowerPerRack": "20 kW",
             "available": 10,
            """ + SOURCES,
            Supply.class,
            """
            {"id": "grid", "name": "Grid", "kind": "grid", "tariff": "0.08 USD/kWh", "carbonIntensity": "400 gCO2/kWh",
             "capacityFactor": 1, "firmShare": 1, "renewable": false, "price": "200 USD/kW", "maintenanceShare": 0.01,
             "maximum": "20 MW",
            """ + SOURCES,
            SecurityControl.class,
            """
            {"id": "disk-encryption", "name": "Disk encryption", "kind": "encryption-at-rest", "price": "5000 USD",
             "annual": "1000 USD/a", "perServer": "50 USD/a", "staff": 0.1,
             "overhead": {"compute": 0.01, "storage": 0.02, "network": 0}, "covers": ["SC", "MP"],
            """ + SOURCES);

    private ItemSamples() {}

    public static Set<Class<? extends CatalogItem>> types() {
        return DOCUMENTS.keySet();
    }

    public static String document(Class<? extends CatalogItem> type) {
        return Objects.requireNonNull(DOCUMENTS.get(type));
    }

    public static <T extends CatalogItem> T sample(Class<T> type) {
        return Documents.read(document(type), "item.json", DocumentFormat.JSON, type);
    }

    /** The sample with one field replaced; a dotted path goes into nested objects, a null value takes the field out. */
    public static <T extends CatalogItem> T with(Class<T> type, String path, @Nullable String value) {
        ObjectNode root = (ObjectNode) JSON.readTree(document(type));
        List<String> parts = Splitter.on('.').splitToList(path);
        ObjectNode owner = root;
        for (int depth = 0; depth < parts.size() - 1; depth++) {
            owner = (ObjectNode) owner.get(parts.get(depth));
        }
        if (value == null) {
            owner.remove(parts.get(parts.size() - 1));
        } else {
            owner.set(parts.get(parts.size() - 1), JSON.readTree(value));
        }
        return Documents.read(JSON.writeValueAsString(root), "item.json", DocumentFormat.JSON, type);
    }
}
