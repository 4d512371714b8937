package io.dcsdk.optimizer.stochastic;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.uncertainty.RiskMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The farmer of Birge and Louveaux, "Introduction to Stochastic Programming", section 1.1: 500 acres of wheat, corn and
 * sugar beets, yields 20 % above, at and 20 % below the mean. Published: expected profit 108,390 with 170, 80 and 250 acres;
 * with perfect information 115,406; with the plan for mean yields 107,240.
 */
final class FarmerProblem {
    static final List<Rational> YIELDS = List.of(Rational.of(6, 5), Rational.ONE, Rational.of(4, 5));

    private FarmerProblem() {}

    static TwoStageProgram of(List<Rational> yields, RiskMeasure measure) {
        LinearProgram land = LinearProgram.builder()
                .continuous("wheat", Rational.ZERO, Rational.of(500), Rational.of(150))
                .continuous("corn", Rational.ZERO, Rational.of(500), Rational.of(230))
                .continuous("beets", Rational.ZERO, Rational.of(500), Rational.of(260))
                .constraint(
                        "land",
                        Map.of("wheat", Rational.ONE, "corn", Rational.ONE, "beets", Rational.ONE),
                        Relation.LE,
                        Rational.of(500))
                .build();
        List<RecourseBlock> scenarios = new ArrayList<>();
        for (Rational yield : yields) {
            scenarios.add(scenario(yield, Rational.of(1, yields.size())));
        }
        return TwoStageProgram.of(land, scenarios, measure);
    }

    private static RecourseBlock scenario(Rational yield, Rational probability) {
        Rational most = Rational.of(100_000);
        return RecourseBlock.named("yield " + yield, probability)
                .variable(new Variable("wheat bought", Rational.ZERO, most, false))
                .variable(new Variable("corn bought", Rational.ZERO, most, false))
                .variable(new Variable("wheat sold", Rational.ZERO, most, false))
                .variable(new Variable("corn sold", Rational.ZERO, most, false))
                .variable(new Variable("beets sold", Rational.ZERO, Rational.of(6000), false))
                .variable(new Variable("beets sold cheaply", Rational.ZERO, most, false))
                .cost("wheat bought", Rational.of(238))
                .cost("corn bought", Rational.of(210))
                .cost("wheat sold", Rational.of(-170))
                .cost("corn sold", Rational.of(-150))
                .cost("beets sold", Rational.of(-36))
                .cost("beets sold cheaply", Rational.of(-10))
                .row(
                        "cattle eat wheat",
                        Map.of(
                                "wheat",
                                Rational.parse("2.5").times(yield),
                                "wheat bought",
                                Rational.ONE,
                                "wheat sold",
                                Rational.of(-1)),
                        Relation.GE,
                        Rational.of(200))
                .row(
                        "cattle eat corn",
                        Map.of(
                                "corn",
                                Rational.of(3).times(yield),
                                "corn bought",
                                Rational.ONE,
                                "corn sold",
                                Rational.of(-1)),
                        Relation.GE,
                        Rational.of(240))
                .row(
                        "harvest of beets",
                        Map.of(
                                "beets",
                                Rational.of(-20).times(yield),
                                "beets sold",
                                Rational.ONE,
                                "beets sold cheaply",
                                Rational.ONE),
                        Relation.LE,
                        Rational.ZERO)
                .build();
    }
}
