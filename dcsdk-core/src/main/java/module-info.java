/** Typed models of a data centre for AI. */
module io.dcsdk.core {
    requires transitive com.google.common;
    requires com.fasterxml.jackson.annotation;
    requires transitive org.jspecify;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.slf4j;

    exports io.dcsdk.fabric;
    exports io.dcsdk.quantity;
}
