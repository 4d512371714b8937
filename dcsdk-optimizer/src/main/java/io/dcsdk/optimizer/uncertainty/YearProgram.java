package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;

/**
 * The design problem of one year as algebra, with what each variable costs taken apart: capital once, money a year, energy
 * a year.
 *
 * <p>C over h years without interest is capital + h × running, so two horizons give both: capital = 2 C(1) − C(2), running
 * = C(2) − C(1). A lambda of one dollar adds the energy in kWh.
 */
final class YearProgram {
    private static final EnergyWeight NO_WEIGHT = new EnergyWeight(EnergyPrice.ZERO);
    private static final EnergyWeight ONE_DOLLAR = new EnergyWeight(EnergyPrice.dollarsPerKilowattHour(1));

    private final int year;
    private final DesignProblem problem;
    private final DesignFormulation formulation;
    private final LinearProgram two;
    private final LinearProgram withEnergy;

    YearProgram(int year, DesignProblem problem, List<DesignProblem> alike) {
        this.year = year;
        this.problem = problem;
        this.formulation = DesignFormulation.of(problem.withLambda(NO_WEIGHT), alike);
        this.two = DesignFormulation.of(overTwoYears(problem).withLambda(NO_WEIGHT), alike)
                .program();
        this.withEnergy =
                DesignFormulation.of(problem.withLambda(ONE_DOLLAR), alike).program();
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
        Rational one = program().costs().get(variable);
        return one.plus(one).minus(two.costs().get(variable));
    }

    /** Dollars for each unit of a variable in a year. */
    Rational running(int variable) {
        return two.costs().get(variable).minus(program().costs().get(variable));
    }

    /** Dollars in a year whatever is chosen. */
    Rational runningConstant() {
        return two.constant().minus(program().constant());
    }

    /** Kilowatt hours for each unit of a variable in a year. */
    Rational energy(int variable) {
        return withEnergy.costs().get(variable).minus(program().costs().get(variable));
    }
}
