package io.dcsdk.benchmarks;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A cluster over the built-in catalogue at the site of {@link SupplySite}, its cooling harder in summer and by day. */
@State(Scope.Benchmark)
public class JointSite {
    private static final double SUMMER = 0.3;
    private static final double NOON = 0.2;

    /** Hourly steps: one year. */
    @Param({"8760"})
    public int hours;

    private @Nullable JointProblem problem;

    /** Draws the weather and joins design and supply. */
    @Setup(Level.Trial)
    public void setUp() {
        problem = problem(hours);
    }

    JointProblem problem() {
        if (problem == null) {
            throw new IllegalStateException("Site: it is not set up\nMaybe JMH did not call setUp.");
        }
        return problem;
    }

    static JointProblem problem(int hours) {
        Catalog catalog = Catalog.builtIn();
        DesignProblem design = DesignProblem.named(
                        "joint", Finance.over(TimeSpan.years(5)), EnergyWeight.parse("0 USD/kWh"))
                .workload(Requirement.of(
                        "cluster",
                        ComputeRate.parse("900000 TFLOP/s bf16"),
                        DataSize.parse("20 PB"),
                        DataRate.parse("3 TB/s")))
                .utilisation(Ratio.of(0.9))
                .catalog(catalog)
                .build();
        Map<String, Profile> factors = new LinkedHashMap<>();
        for (CoolingSystem system : catalog.cooling()) {
            factors.put(system.id(), factor(hours, system.overhead().value()));
        }
        return JointProblem.of(design, withoutDemand(SupplySite.system(hours)), "site", factors);
    }

    private static Profile factor(int hours, double overhead) {
        double[] factors = new double[hours];
        for (int t = 0; t < hours; t++) {
            double summer = Math.cos(2 * Math.PI * (t / 24.0 - 205) / 365);
            double noon = Math.cos(2 * Math.PI * (t % 24 - 15) / 24);
            factors[t] = 1 + overhead * (1 + SUMMER * summer + NOON * noon);
        }
        return Profile.of(factors);
    }

    private static EnergySystem withoutDemand(EnergySystem system) {
        EnergySystemBuilder builder =
                EnergySystem.builder(system.steps(), Profile.constant(1)).bus("site", Profile.constant(0));
        system.capacities().forEach(builder::capacity);
        system.nodes().stream().filter(node -> !node.name().equals("site")).forEach(builder::node);
        system.activities().forEach(builder::activity);
        return builder.build();
    }
}
