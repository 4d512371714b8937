package io.dcsdk.optimizer.linear;

import java.util.List;

/**
 * A linear constraint of a program.
 *
 * @param name what the model calls it, unique in the program
 * @param terms the left-hand side: at most one term for each variable, in the order of the variables
 * @param relation how the two sides relate
 * @param rightHandSide the constant on the right
 */
public record Constraint(String name, List<Term> terms, Relation relation, Rational rightHandSide) {
    /**
     * Checks the name and copies the terms.
     *
     * @throws IllegalArgumentException if the name is blank or the terms are not in strictly rising order of variables
     */
    public Constraint {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of a constraint: it is blank\nMaybe name it after the requirement it states.");
        }
        terms = List.copyOf(terms);
        for (int k = 1; k < terms.size(); k++) {
            if (terms.get(k - 1).variable() >= terms.get(k).variable()) {
                throw new IllegalArgumentException(
                        "Terms of constraint " + name
                                + ": they are not in rising order of variables\nMaybe use LinearProgram.builder(), which sorts them.");
            }
        }
    }

    /**
     * The value of the left-hand side.
     *
     * @param point one value for each variable of the program
     * @return the exact sum of products
     */
    public Rational activity(List<Rational> point) {
        RationalSum sum = new RationalSum();
        for (Term term : terms) {
            sum.addProduct(term.coefficient(), point.get(term.variable()));
        }
        return sum.value();
    }

    /**
     * How far the constraint is from being violated: the right-hand side minus the activity for {@code <=}, the activity
     * minus the right-hand side for {@code >=}, and minus the distance between the two for {@code =}.
     *
     * @param point one value for each variable of the program
     * @return the exact slack; the constraint holds exactly if it is not negative
     */
    public Rational slack(List<Rational> point) {
        Rational excess = activity(point).minus(rightHandSide);
        return switch (relation) {
            case LE -> excess.negate();
            case GE -> excess;
            case EQ -> excess.abs().negate();
        };
    }
}
