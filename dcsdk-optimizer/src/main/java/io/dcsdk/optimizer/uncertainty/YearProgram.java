package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.formulation.AskedFor;
import io.dcsdk.optimizer.formulation.CostParts;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The design problem of one year as algebra, with what each variable costs taken apart: capital once, money a year, energy a year. */
final class YearProgram {
    private static final EnergyWeight NO_WEIGHT = new EnergyWeight(EnergyPrice.ZERO);

    private final int year;
    private final DesignProblem problem;
    private final DesignFormulation formulation;
    private final List<Rational> capital;
    private final List<Rational> running;
    private final List<Rational> energy;

    /**
     * A year.
     *
     * @param problem over one year without interest
     * @param alike what its bounds must leave room for
     */
    YearProgram(int year, DesignProblem problem, List<AskedFor> alike) {
        this.year = year;
        this.problem = problem;
        this.formulation = DesignFormulation.ofAlike(problem.withLambda(NO_WEIGHT), alike);
        CostParts parts = formulation.costParts();
        this.capital = byVariable(parts.capital());
        this.running = byVariable(parts.running());
        this.energy = byVariable(parts.energy());
    }

    private List<Rational> byVariable(Map<String, Rational> values) {
        return program().variables().stream()
                .map(variable -> values.getOrDefault(variable.name(), Rational.ZERO))
                .toList();
    }

    static DesignProblem overTwoYears(DesignProblem problem) {
        Finance one = problem.finance();
        return problem.withFinance(new Finance(TimeSpan.years(2), Optional.empty(), Optional.empty(), one.staffCost()));
    }

    int year() {
        return year;
    }

    DesignProblem problem() {
        return problem;
    }

    DesignFormulation formulation() {
        return formulation;
    }

    LinearProgram program() {
        return formulation.program();
    }

    /** Dollars for each unit of a variable that is bought. */
    Rational capital(int variable) {
        return capital.get(variable);
    }

    /** Dollars for each unit of a variable in a year. */
    Rational running(int variable) {
        return running.get(variable);
    }

    /** Dollars in a year whatever is chosen. */
    Rational runningConstant() {
        return formulation.costParts().runningConstant();
    }

    /** Kilowatt hours for each unit of a variable in a year. */
    Rational energy(int variable) {
        return energy.get(variable);
    }
}
