/** Typed models of a data centre for AI. */
module io.dcsdk.core {
    requires transitive com.google.common;
    requires com.fasterxml.jackson.annotation;
    requires transitive org.jspecify;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.slf4j;

    exports io.dcsdk.compute;
    exports io.dcsdk.energy;
    exports io.dcsdk.item;
    exports io.dcsdk.network;
    exports io.dcsdk.quantity;
    exports io.dcsdk.security;
    exports io.dcsdk.storage;
}
