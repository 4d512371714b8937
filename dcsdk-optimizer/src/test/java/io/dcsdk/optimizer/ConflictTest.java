package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Site;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Conflicts are infeasible as they stand, and feasible without any one of their members: brute force says so. */
final class ConflictTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 20;
    private static final SolveLimits LIMITS = SolveLimits.defaults();

    private static Outcome.Infeasible<Certificate> infeasible(DesignProblem problem) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, LIMITS);
        assertInstanceOf(Outcome.Infeasible.class, outcome);
        return (Outcome.Infeasible<Certificate>) outcome;
    }

    private static Set<String> names(Outcome.Infeasible<Certificate> none) {
        return none.conflict().stream().map(Outcome.Conflict::constraint).collect(Collectors.toSet());
    }

    @Test
    void everyMemberOfAConflictIsNeededForIt() {
        int checked = 0;
        int relaxed = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(50_000L + k);
            if (DesignOptimizer.standard().solve(problem, LIMITS) instanceof Outcome.Infeasible<Certificate> none) {
                Set<String> conflict = names(none);
                Set<String> all = Set.copyOf(
                        DesignFormulation.of(problem).requirementOfRow().values());
                assertTrue(all.containsAll(conflict) && !conflict.isEmpty(), conflict::toString);
                String context = "problem " + k + " with " + conflict;
                Optional<DesignProblem> alone = Relaxations.without(problem, minus(all, conflict));
                if (alone.isPresent()) {
                    assertEquals(
                            Optional.empty(), DesignOracle.search(alone.get()).minimum(), context);
                    checked++;
                }
                for (String member : conflict) {
                    Set<String> dropped = minus(all, conflict);
                    dropped.add(member);
                    Optional<DesignProblem> rest = Relaxations.without(problem, dropped);
                    if (rest.isPresent()) {
                        assertTrue(
                                DesignOracle.search(rest.get()).minimum().isPresent(), context + " without " + member);
                        relaxed++;
                    }
                }
            }
        }
        System.out.println("conflicts: " + checked + " checked, " + relaxed + " members left out in turn");
        assertTrue(checked > PROBLEMS / 20, "too few conflicts: " + checked);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).collect(Collectors.toSet());
    }

    @Test
    void namesComputeAndTheSitesRackPowerWhenNoServerFits() {
        Site site = new Site(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Power.parse("2 kW")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Outcome.Infeasible<Certificate> none =
                infeasible(FoundingFixture.builder().site(site).build());
        assertTrue(names(none).contains("rack-power"), none::toString);
    }

    @Test
    void leavesOutWhatTakesNoPart() {
        DesignProblem problem = DesignProblem.named(
                        "two reasons",
                        Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1)),
                        EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r", ComputeRate.parse("1 PFLOP/s fp64"), DataSize.parse("1 TB"), DataRate.parse("1 GB/s")))
                .catalog(FoundingFixture.catalog())
                .build();
        assertEquals(
                1,
                infeasible(problem).conflict().stream()
                        .map(Outcome.Conflict::constraint)
                        .distinct()
                        .filter(name -> !name.equals("budget"))
                        .count());
    }

    @Test
    void showsTheAlgebraOfEveryMember() {
        Finance finance = Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1000));
        List<String> algebra = new ArrayList<>();
        infeasible(FoundingFixture.builder(finance).build())
                .conflict()
                .forEach(member -> algebra.add(member.algebra()));
        assertTrue(algebra.stream().anyMatch(row -> row.startsWith("budget: ")), algebra::toString);
    }
}
