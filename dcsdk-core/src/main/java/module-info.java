/** Typed models of a data centre for AI. */
module io.dcsdk.core {
    requires transitive com.google.common;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires de.siegmar.fastcsv;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports io.dcsdk.carbon;
    exports io.dcsdk.catalog;
    exports io.dcsdk.compute;
    exports io.dcsdk.cooling;
    exports io.dcsdk.design;
    exports io.dcsdk.document;
    exports io.dcsdk.drawing;
    exports io.dcsdk.energy;
    exports io.dcsdk.fabric;
    exports io.dcsdk.finance;
    exports io.dcsdk.item;
    exports io.dcsdk.network;
    exports io.dcsdk.power;
    exports io.dcsdk.placement;
    exports io.dcsdk.profile;
    exports io.dcsdk.quantity;
    exports io.dcsdk.reliability;
    exports io.dcsdk.security;
    exports io.dcsdk.series;
    exports io.dcsdk.series.typical;
    exports io.dcsdk.storage;
    exports io.dcsdk.transformer;
    exports io.dcsdk.weather;
    exports io.dcsdk.uncertainty;
    exports io.dcsdk.workload;
}
