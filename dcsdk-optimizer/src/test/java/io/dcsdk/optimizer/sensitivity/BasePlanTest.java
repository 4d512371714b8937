package io.dcsdk.optimizer.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BasePlanTest {
    private final DesignProblem problem = DesignProblem.named(
                    "base", Finance.over(TimeSpan.years(5)), EnergyWeight.parse("0.1 USD/kWh"))
            .workload(Requirement.of(
                    "base", ComputeRate.parse("100 TFLOP/s bf16"), DataSize.parse("10 TB"), DataRate.parse("10 GB/s")))
            .catalog(Catalog.builtIn())
            .build();

    /** The limits that a proof does not rest on are said to hold without them, so none may be overlooked. */
    @Test
    void whatALemmaRestsOnTheProofThatUsesItRestsOn() {
        DesignFormulation formulation = DesignFormulation.of(problem);
        Outcome.Optimal<Certificate> found = (Outcome.Optimal<Certificate>)
                DesignOptimizer.standard().solve(formulation, SolveLimits.defaults(), progress -> {});
        List<Constraint> rows = formulation.program().constraints();
        int storage = rows.indexOf(rows.stream()
                .filter(row -> "storage".equals(formulation.requirementOfRow().get(row.name())))
                .findFirst()
                .orElseThrow());
        Lemma lemma = new Lemma(
                List.of(), rows.get(storage).terms(), rows.get(storage).rightHandSide(), bounded(storage));
        Certificate certificate = new Certificate(
                found.proof().digest(),
                found.proof().verdict(),
                found.proof().point(),
                found.proof().bound(),
                List.of(lemma),
                bounded(rows.size()));
        BasePlan base = BasePlan.of(formulation, new Outcome.Optimal<>(found.best(), found.allowedGap(), certificate))
                .orElseThrow();
        assertEquals(Set.of("storage"), base.usedByProof());
    }

    private static ProofTree bounded(int row) {
        return new ProofTree(List.of(new ProofNode.Bounded(List.of(new Multiplier(row, Rational.ONE)))));
    }
}
