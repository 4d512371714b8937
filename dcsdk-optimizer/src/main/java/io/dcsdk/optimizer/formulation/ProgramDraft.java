package io.dcsdk.optimizer.formulation;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program under construction, and the sums that several parts of the formulation add to: money, power, space.
 * Money is in US dollars, power in kilowatts, weight in kilograms.
 */
final class ProgramDraft {
    private final LinearProgram.Builder builder = LinearProgram.builder();
    private final Map<String, String> requirementOfRow = new LinkedHashMap<>();

    /** How large sums of the variables can be. */
    final Largest largest = new Largest();

    /** What is bought, in US dollars over the horizon. */
    final LinearExpression capital = new LinearExpression();
    /** What is paid year by year, in US dollars over the horizon. */
    final LinearExpression running = new LinearExpression();
    /** Peak power of the IT equipment. */
    final LinearExpression peakIt = new LinearExpression();
    /** Mean power of the IT equipment. */
    final LinearExpression meanIt = new LinearExpression();
    /** Peak power of the cooling. */
    final LinearExpression peakCooling = new LinearExpression();
    /** Mean power of the cooling. */
    final LinearExpression meanCooling = new LinearExpression();
    /** Rack units taken. */
    final LinearExpression rackUnits = new LinearExpression();
    /** Weight of the equipment. */
    final LinearExpression weight = new LinearExpression();

    void integer(String name, long upper) {
        builder.integer(name, 0, upper, Rational.ZERO);
        largest.bound(name, Rational.of(upper));
    }

    void continuous(String name, Rational upper) {
        builder.continuous(name, Rational.ZERO, upper, Rational.ZERO);
        largest.bound(name, upper);
    }

    /** A row that follows from how data centres work; it is never to blame for a conflict. */
    void physics(String name, LinearExpression left, Relation relation, LinearExpression right) {
        LinearExpression all = new LinearExpression().add(left, Rational.ONE).add(right, Rational.of(-1));
        builder.constraint(name, all.terms(), relation, all.constant().negate());
    }

    /** A row that the user asked for: a requirement or a limit. */
    void requirement(String owner, String name, LinearExpression left, Relation relation, LinearExpression right) {
        physics(name, left, relation, right);
        requirementOfRow.put(name, owner);
    }

    void requirement(String name, LinearExpression left, Relation relation, LinearExpression right) {
        requirement(name, name, left, relation, right);
    }

    /** The largest value of an expression in a design without a unit too many; its coefficients are not negative. */
    Rational largest(LinearExpression expression) {
        return largest.of(expression);
    }

    Rational upperBound(String variable) {
        return largest.upperBound(variable);
    }

    /** C, in US dollars over the horizon. */
    LinearExpression cost() {
        return new LinearExpression().add(capital, Rational.ONE).add(running, Rational.ONE);
    }

    /** Mean power of the IT equipment and its cooling. */
    LinearExpression meanPower() {
        return new LinearExpression().add(meanIt, Rational.ONE).add(meanCooling, Rational.ONE);
    }

    /** Minimise C + lambda E: {@code weight} is what a kilowatt of mean power counts over the horizon. */
    LinearProgram minimise(BigDecimal weightOfMeanPower) {
        LinearExpression objective = cost().add(meanPower(), weightOfMeanPower);
        objective.terms().forEach(builder::cost);
        builder.constant(objective.constant());
        return builder.build();
    }

    /** For each row that the user asked for, which requirement or limit it belongs to. */
    Map<String, String> requirementOfRow() {
        return requirementOfRow;
    }
}
