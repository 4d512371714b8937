/** Typed models of a data centre for AI. */
module io.dcsdk.core {
    requires transitive com.google.common;
    requires com.fasterxml.jackson.annotation;
    requires transitive org.jspecify;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports io.dcsdk.document;
    exports io.dcsdk.quantity;
}
