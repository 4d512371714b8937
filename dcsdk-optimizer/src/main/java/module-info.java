/** Certified minimum of C + lambda E. */
module io.dcsdk.optimizer {
    requires transitive io.dcsdk.core;
    requires ojalgo;
    requires org.slf4j;

    exports io.dcsdk.optimizer;
}
