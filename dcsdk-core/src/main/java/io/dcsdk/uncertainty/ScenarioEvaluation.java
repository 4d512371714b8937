package io.dcsdk.uncertainty;

import io.dcsdk.design.Cost;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyUse;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Violation;
import io.dcsdk.energy.Supply;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a purchase and its operation in each scenario cost and break, worked out from the items in decimals, without the
 * algebra that is optimised: the second opinion on every plan for scenarios.
 *
 * @param cost C of what is bought
 * @param scenarios what each scenario adds, in the order of the problem
 * @param violations what is broken, with the scenario's name in front; empty for a feasible plan
 */
public record ScenarioEvaluation(Cost cost, List<InScenario> scenarios, List<String> violations) {
    private static final BigDecimal ROUNDING = new BigDecimal("1e-30");

    /**
     * What a scenario adds.
     *
     * @param energy E over the horizon
     * @param energyCost lambda E
     * @param rent what renting costs over the horizon
     */
    public record InScenario(EnergyUse energy, Money energyCost, Money rent) {
        /**
         * Both costs.
         *
         * @return lambda E + rent
         */
        public Money total() {
            return energyCost.plus(rent);
        }
    }

    /** Keeps its own lists. */
    public ScenarioEvaluation {
        scenarios = List.copyOf(scenarios);
        violations = List.copyOf(violations);
    }

    /**
     * Evaluates a plan.
     *
     * @param problem the problem, with its catalogue
     * @param bought what is bought
     * @param operations what is done in each scenario, in the order of the problem
     * @return the evaluation
     */
    public static ScenarioEvaluation of(ScenarioProblem problem, Selection bought, List<Operation> operations) {
        return new Work(problem, bought).evaluation(operations);
    }

    private static final class Work {
        private final ScenarioProblem problem;
        private final Selection bought;
        private final Finance finance;
        private final List<String> violations = new ArrayList<>();

        Work(ScenarioProblem problem, Selection bought) {
            this.problem = problem;
            this.bought = bought;
            this.finance = problem.problem().finance();
        }

        ScenarioEvaluation evaluation(List<Operation> operations) {
            Evaluation built = built();
            List<InScenario> scenarios = new ArrayList<>();
            for (int s = 0; s < operations.size(); s++) {
                scenarios.add(inScenario(
                        problem.scenarios().get(s),
                        operations.get(s),
                        built.cost().total()));
            }
            return new ScenarioEvaluation(built.cost(), scenarios, violations);
        }

        /** All that is bought, at a time when nothing is asked of it. */
        private Evaluation built() {
            DesignProblem stated = problem.problem();
            Requirement nothing = ScaledDemand.of("nothing", stated.demand(), DemandFactors.all(Ratio.ZERO));
            Evaluation built = Evaluation.of(
                    Restated.of(stated)
                            .workload(nothing)
                            .withoutEnergyLimit()
                            .withoutSupply()
                            .problem(),
                    bought);
            add("purchase", built.violations());
            if (stated.supply().isPresent()) {
                Power firm = Power.ZERO;
                for (Supply supply : stated.items().supplies()) {
                    if (bought.supplies().containsKey(supply.id())) {
                        firm = firm.plus(supply.firmPower(
                                bought.supplies().get(supply.id()).capacity()));
                    }
                }
                if (exceeds(built.loads().peak(), firm)) {
                    violations.add("purchase: supply-peak");
                }
            }
            return built;
        }

        private InScenario inScenario(Scenario scenario, Operation operation, Money builtCost) {
            DesignProblem asked = problem.in(scenario);
            within(scenario, operation.running().servers(), bought.servers());
            within(scenario, operation.running().storage(), bought.storage());
            Selection running = new Selection(
                    operation.running().servers(),
                    operation.running().storage(),
                    bought.fabric(),
                    bought.racks(),
                    bought.cooling(),
                    operation.running().supplies(),
                    bought.controls());
            bought.supplies().forEach((id, use) -> {
                if (running.supplies().containsKey(id)
                        && !running.supplies().get(id).capacity().equals(use.capacity())) {
                    violations.add(scenario.name() + ": another capacity of supply " + id);
                }
            });
            Evaluation evaluation = Evaluation.of(
                    Restated.of(asked)
                            .workload(lessRent(asked, operation))
                            .withGivenFabric()
                            .problem(),
                    running);
            add(scenario.name(), evaluation.violations());
            Money rent = rent(scenario.rentOrNone(), operation);
            Money energyCost = asked.lambda().price().times(evaluation.energy().total());
            finance.budget()
                    .filter(budget -> exceeds(builtCost.plus(rent), budget))
                    .ifPresent(budget -> violations.add(scenario.name() + ": budget"));
            return new InScenario(evaluation.energy(), energyCost, rent);
        }

        private void within(Scenario scenario, SortedMap<String, Long> running, SortedMap<String, Long> owned) {
            running.forEach((id, count) -> {
                if (count > owned.getOrDefault(id, 0L)) {
                    violations.add("%s: %d of %s run, %d are bought"
                            .formatted(scenario.name(), count, id, owned.getOrDefault(id, 0L)));
                }
            });
        }

        /** What is left to be met: the overhead of the controls is on the whole requirement, rented or not. */
        private Requirement lessRent(DesignProblem asked, Operation operation) {
            Set<String> adopted = bought.controls();
            List<SecurityControl> controls = asked.items().controls().stream()
                    .filter(control -> adopted.contains(control.id()))
                    .toList();
            Overhead overhead = Overhead.of(controls);
            Demand demand = asked.demand();
            return new Requirement(
                    "demand less rent",
                    less(
                            demand.compute(),
                            operation.compute(),
                            overhead.compute(),
                            ComputeRate.zero(demand.compute().precision())),
                    less(demand.storage(), operation.storage(), overhead.storage(), DataSize.ZERO),
                    less(demand.network(), operation.network(), overhead.network(), DataRate.ZERO),
                    Optional.of(demand.accelerators()),
                    Optional.of(demand.acceleratorMemory()),
                    Optional.of(demand.memoryBandwidth()),
                    Optional.of(demand.storageRead()),
                    Optional.of(demand.storageWrite()),
                    Optional.of(demand.metadataOperationsPerSecond()),
                    demand.protocols());
        }

        /** Less what rounding of the rented part may be: a rest of nearly nothing would leave no room for it. */
        private static <Q extends Quantity<Q>> Q less(Q required, Q rented, Ratio overhead, Q zero) {
            if (rented.isZero()) {
                return required;
            }
            Q rest = required.minus(rented.dividedBy(Ratio.ONE.plus(overhead).base()))
                    .minus(required.times(ROUNDING));
            return rest.compareTo(zero) <= 0 ? zero : rest;
        }

        private Money rent(Rent prices, Operation operation) {
            BigDecimal teraflops = operation.compute().base().movePointLeft(12);
            BigDecimal gigabytes = operation.storage().base().movePointLeft(9);
            BigDecimal gigabytesPerSecond = operation.network().base().movePointLeft(9);
            MoneyRate sum = MoneyRate.ZERO
                    .plus(priced(prices.perTeraflopPerSecond(), teraflops))
                    .plus(priced(prices.perGigabyte(), gigabytes))
                    .plus(priced(prices.perGigabytePerSecond(), gigabytesPerSecond));
            return finance.running(sum);
        }

        private MoneyRate priced(Optional<MoneyRate> price, BigDecimal amount) {
            if (price.isEmpty() && amount.signum() > 0) {
                violations.add("something is rented that has no price");
            }
            return price.orElse(MoneyRate.ZERO).times(amount);
        }

        private void add(String where, List<Violation> broken) {
            broken.forEach(violation ->
                    violations.add("%s: %s: %s".formatted(where, violation.constraint(), violation.message())));
        }

        private static <Q extends Quantity<Q>> boolean exceeds(Q value, Q limit) {
            return value.minus(limit).compareTo(limit.times(ROUNDING)) > 0;
        }
    }
}
