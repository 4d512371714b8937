/** Certified minimum of C + lambda E. */
module io.dcsdk.optimizer {
    requires transitive io.dcsdk.core;
    requires com.fasterxml.jackson.annotation;
    requires com.google.common;
    requires ojalgo;
    requires org.slf4j;

    exports io.dcsdk.optimizer;
    exports io.dcsdk.optimizer.certificate;
    exports io.dcsdk.optimizer.decomposition;
    exports io.dcsdk.optimizer.dominance;
    exports io.dcsdk.optimizer.dispatch;
    exports io.dcsdk.optimizer.engine;
    exports io.dcsdk.optimizer.exact;
    exports io.dcsdk.optimizer.explanation;
    exports io.dcsdk.optimizer.formulation;
    exports io.dcsdk.optimizer.hourly;
    exports io.dcsdk.optimizer.joint;
    exports io.dcsdk.optimizer.linear;
    exports io.dcsdk.optimizer.pareto;
    exports io.dcsdk.optimizer.placement;
    exports io.dcsdk.optimizer.plan;
    exports io.dcsdk.optimizer.relaxation;
    exports io.dcsdk.optimizer.report;
    exports io.dcsdk.optimizer.search;
    exports io.dcsdk.optimizer.sensitivity;
    exports io.dcsdk.optimizer.stochastic;
    exports io.dcsdk.optimizer.typical;
    exports io.dcsdk.optimizer.uncertainty;
    exports io.dcsdk.optimizer.sizing;
    exports io.dcsdk.optimizer.supply;

    uses io.dcsdk.optimizer.relaxation.LpEngineProvider;

    provides io.dcsdk.optimizer.relaxation.LpEngineProvider with
            io.dcsdk.optimizer.engine.OjAlgoProvider;
}
