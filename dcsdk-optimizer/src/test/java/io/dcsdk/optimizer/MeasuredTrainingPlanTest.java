package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.profile.ProfiledModel;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.CheckpointRule;
import io.dcsdk.workload.MeasuredTraining;
import io.dcsdk.workload.TrainingRuns;
import io.dcsdk.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The circle closes: what a training run was measured to do becomes a plan of the founding fixture's items. */
final class MeasuredTrainingPlanTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    /** 2 PFLOP of 400 samples in 100 s on one chip: 5 TFLOP a sample, 20 TFLOP/s, a tenth of the chip's peak. */
    private static TrainingProfile profile() {
        return new TrainingProfile(
                new ProfiledModel("bert", 110_000_000, 12, 768, 12, 3072, 30_522),
                new ProfiledDevice("Chip", AcceleratorKind.GPU, 1, Optional.of("chip"), Optional.empty()),
                Precision.BF16,
                25,
                400,
                8000,
                10_000,
                ComputeWork.parse("2 PFLOP"),
                TimeSpan.seconds(100),
                TimeSpan.seconds(110),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    /** 864,000 samples × 8 epochs × 5 TFLOP within a day: 34.56 EFLOP in 86,400 s, 400 TFLOP/s. */
    private static MeasuredTraining training() {
        return Workload.fromProfile("ner", profile(), TrainingRuns.within(864_000, 8, TimeSpan.days(1)))
                .withDataset(DataSize.parse("5 TB"))
                .withCheckpoints(new CheckpointRule(TimeSpan.seconds(1), 2));
    }

    private static Plan plan(DesignProblem problem) {
        return assertInstanceOf(
                        Outcome.Optimal.class, DesignOptimizer.standard().solve(problem, EXACT))
                .best();
    }

    private static DesignProblem problem(Workload workload) {
        return DesignProblem.named("circle", Finance.over(TimeSpan.years(5)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(workload)
                .utilisation(Ratio.parse("0.5"))
                .catalog(FoundingFixture.catalog())
                .build();
    }

    /**
     * 400 TFLOP/s at the measured 20 a chip are 20 chips, so 5 servers of 4. The catalogue's own 0.5 of the peak would have
     * made one server of 400 TFLOP/s enough, and missed the deadline by a factor of five. 5 TB and two checkpoints of 1.54
     * GB fit two stores of 4 TB.
     */
    @Test
    void buysTheServersThatTheMeasuredSpeedNeeds() {
        Plan plan = plan(problem(training().plannedOn(FoundingFixture.catalog())));
        assertEquals(Map.of("server", 5L), plan.selection().servers());
        assertEquals(Map.of("store", 2L), plan.selection().storage());
        assertTrue(5 * 4 * 4.0 >= 864_000 * 8 / 86_400.0, "20 chips at 4 samples/s meet 80 samples/s");
    }

    @Test
    void withoutAPlannedServerTheCataloguesEfficiencyCounts() {
        assertEquals(Map.of("server", 1L), plan(problem(training())).selection().servers());
    }

    @Test
    void theProblemOfAProfileReadsBackAndPlansTheSame() {
        DesignProblem problem = problem(training().plannedOn(FoundingFixture.catalog()));
        String yaml = Documents.toYaml(problem);
        DesignProblem read = Documents.read(yaml, "p.yaml", DocumentFormat.YAML, DesignProblem.class);
        assertEquals(problem, read);
        assertEquals(plan(problem).objective(), plan(read).objective());
    }
}
