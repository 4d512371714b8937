package io.dcsdk.optimizer.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A program in which some variables have values: what is left of it over the others. Rows with one variable left become its bounds,
 * and rows that hold whatever is chosen are left out. What is feasible here is feasible there, at the same objective.
 *
 * @param program the smaller program
 * @param places the index of each of its variables in the whole one
 * @param values one for each variable of the whole program; those of the places do not count
 */
public record FixedProgram(LinearProgram program, List<Integer> places, List<Rational> values) {
    /** Copies the lists. */
    public FixedProgram {
        places = List.copyOf(places);
        values = List.copyOf(values);
    }

    /**
     * The program over its free variables.
     *
     * @param whole the program
     * @param values one for each variable of the whole program, within its bounds
     * @param isFree asked with the index of a variable
     * @return empty if no values of the free variables go with the others, as far as single rows tell
     */
    public static Optional<FixedProgram> of(LinearProgram whole, List<Rational> values, IntPredicate isFree) {
        Fixing fixing = new Fixing(whole, values, isFree);
        return fixing.tighten() ? Optional.of(fixing.stated()) : Optional.empty();
    }

    /**
     * A point of this program as one of the whole one.
     *
     * @param point one value for each variable of this program
     * @return one for each of the whole one
     */
    public List<Rational> widened(List<Rational> point) {
        List<Rational> all = new ArrayList<>(values);
        for (int k = 0; k < places.size(); k++) {
            all.set(places.get(k), point.get(k));
        }
        return all;
    }

    /**
     * A point of the whole program as one of this one; it need not be feasible here.
     *
     * @param point one value for each variable of the whole program
     * @return one for each of this one
     */
    public List<Rational> narrowed(List<Rational> point) {
        return places.stream().map(point::get).toList();
    }

    /** The bounds that follow, row by row. */
    private static final class Fixing {
        private final LinearProgram whole;
        private final Rational[] lower;
        private final Rational[] upper;

        Fixing(LinearProgram whole, List<Rational> values, IntPredicate isFree) {
            this.whole = whole;
            this.lower = new Rational[values.size()];
            this.upper = new Rational[values.size()];
            for (int j = 0; j < lower.length; j++) {
                Variable variable = whole.variables().get(j);
                lower[j] = isFree.test(j) ? variable.lower() : values.get(j);
                upper[j] = isFree.test(j) ? variable.upper() : values.get(j);
            }
        }

        private boolean isOpen(int variable) {
            return !lower[variable].equals(upper[variable]);
        }

        /** Makes bounds of rows with one open variable until none is left; false if they contradict each other. */
        boolean tighten() {
            boolean isChanged = true;
            while (isChanged) {
                isChanged = false;
                for (Constraint row : whole.constraints()) {
                    List<Term> open = open(row);
                    if (open.isEmpty() && !holds(row.relation(), rest(row))) {
                        return false;
                    }
                    if (open.size() == 1) {
                        int variable = open.get(0).variable();
                        isChanged |= bound(row.relation(), open.get(0), rest(row));
                        if (lower[variable].compareTo(upper[variable]) > 0) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        private List<Term> open(Constraint row) {
            return row.terms().stream().filter(term -> isOpen(term.variable())).toList();
        }

        /** The right-hand side less what is fixed on the left. */
        private Rational rest(Constraint row) {
            Rational rest = row.rightHandSide();
            for (Term term : row.terms()) {
                Rational value = lower[term.variable()];
                if (!isOpen(term.variable()) && !value.isZero()) {
                    rest = rest.minus(term.coefficient().times(value));
                }
            }
            return rest;
        }

        /** Whether zero is what a row wants of what is left. */
        private static boolean holds(Relation relation, Rational rest) {
            return switch (relation) {
                case LE -> rest.signum() >= 0;
                case GE -> rest.signum() <= 0;
                case EQ -> rest.isZero();
            };
        }

        private boolean bound(Relation relation, Term term, Rational rest) {
            int j = term.variable();
            Rational value = rest.dividedBy(term.coefficient());
            boolean isTurned = term.coefficient().signum() < 0;
            boolean isWhole = whole.variables().get(j).integer();
            boolean isChanged = false;
            if (relation == Relation.EQ || (relation == Relation.LE) != isTurned) {
                Rational most = isWhole ? Rational.of(value.floor()) : value;
                if (most.compareTo(upper[j]) < 0) {
                    upper[j] = most;
                    isChanged = true;
                }
            }
            if (relation == Relation.EQ || (relation == Relation.LE) == isTurned) {
                Rational least = isWhole ? Rational.of(value.ceiling()) : value;
                if (least.compareTo(lower[j]) > 0) {
                    lower[j] = least;
                    isChanged = true;
                }
            }
            return isChanged;
        }

        FixedProgram stated() {
            LinearProgram.Builder builder = LinearProgram.builder().constant(whole.constant());
            List<Integer> places = new ArrayList<>();
            for (int j = 0; j < lower.length; j++) {
                Variable variable = whole.variables().get(j);
                if (isOpen(j)) {
                    places.add(j);
                    builder.variable(new Variable(variable.name(), lower[j], upper[j], variable.integer()))
                            .cost(variable.name(), whole.costs().get(j));
                } else if (!lower[j].isZero()) {
                    builder.constant(whole.costs().get(j).times(lower[j]));
                }
            }
            for (Constraint row : whole.constraints()) {
                List<Term> open = open(row);
                Rational rest = rest(row);
                if (open.size() > 1 && !holdsAnyway(row.relation(), open, rest)) {
                    Map<String, Rational> terms = new LinkedHashMap<>();
                    open.forEach(term ->
                            terms.put(whole.variables().get(term.variable()).name(), term.coefficient()));
                    builder.constraint(row.name(), terms, row.relation(), rest);
                }
            }
            return new FixedProgram(builder.build(), places, List.of(lower));
        }

        private boolean holdsAnyway(Relation relation, List<Term> open, Rational rest) {
            if (relation == Relation.EQ) {
                return false;
            }
            boolean isAtMost = relation == Relation.LE;
            Rational extreme = Rational.ZERO;
            for (Term term : open) {
                boolean takesUpper = (term.coefficient().signum() > 0) == isAtMost;
                extreme = extreme.plus(term.coefficient().times((takesUpper ? upper : lower)[term.variable()]));
            }
            return isAtMost ? extreme.compareTo(rest) <= 0 : extreme.compareTo(rest) >= 0;
        }
    }
}
