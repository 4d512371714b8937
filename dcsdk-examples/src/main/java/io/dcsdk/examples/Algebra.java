package io.dcsdk.examples;

import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requirements and limits of a formulation, for people to read. */
final class Algebra {
    private static final int MOST_TERMS = 12;
    private static final int WIDTH = 96;

    private final DesignFormulation formulation;
    private final LinearProgram program;

    Algebra(DesignFormulation formulation) {
        this.formulation = formulation;
        this.program = formulation.program();
    }

    /** A row that the user asked for. */
    record Row(String owner, Constraint constraint) {}

    /** The rows that the user asked for; the others say how data centres work. */
    List<Row> requirements() {
        List<Row> rows = new ArrayList<>();
        for (Constraint constraint : program.constraints()) {
            String owner = formulation.requirementOfRow().get(constraint.name());
            if (owner != null) {
                rows.add(new Row(owner, constraint));
            }
        }
        return rows;
    }

    /** The rows of one requirement or limit. */
    List<Row> rowsOf(String owner) {
        return requirements().stream().filter(row -> row.owner().equals(owner)).toList();
    }

    /**
     * Whether a row binds: it holds with equality, or one unit more or less of something chosen would break it. With whole
     * units few rows hold with equality.
     */
    boolean binds(Constraint constraint, List<Rational> point) {
        Rational slack = constraint.slack(point);
        if (slack.signum() <= 0) {
            return true;
        }
        return constraint.terms().stream()
                .filter(term -> program.variables().get(term.variable()).integer()
                        && point.get(term.variable()).signum() > 0)
                .anyMatch(term -> slack.compareTo(term.coefficient().abs()) < 0);
    }

    /** A row as lines; of a long one only the terms of what is chosen, or its first. */
    List<String> lines(Constraint constraint, Optional<List<Rational>> point) {
        StringBuilder text = new StringBuilder(constraint.name()).append(':');
        List<Term> shown = shown(constraint, point);
        boolean first = true;
        for (Term term : shown) {
            boolean negative = term.coefficient().signum() < 0;
            String sign = negative ? "- " : first ? "" : "+ ";
            double size = term.coefficient().abs().doubleValue();
            text.append(' ').append(sign);
            if (size != 1) {
                text.append(Rounded.number(size)).append(' ');
            }
            text.append(program.variables().get(term.variable()).name());
            first = false;
        }
        int left = constraint.terms().size() - shown.size();
        if (left > 0) {
            text.append(" + (").append(left).append(point.isPresent() ? " terms that are zero here)" : " more terms)");
        }
        text.append(' ')
                .append(constraint.relation().symbol())
                .append(' ')
                .append(Rounded.number(constraint.rightHandSide().doubleValue()));
        return TextTable.wrap(text.toString(), 4, WIDTH);
    }

    private static List<Term> shown(Constraint constraint, Optional<List<Rational>> point) {
        List<Term> terms = constraint.terms();
        if (terms.size() <= MOST_TERMS) {
            return terms;
        }
        return point.map(values -> terms.stream()
                        .filter(term -> !values.get(term.variable()).isZero())
                        .toList())
                .orElseGet(() -> terms.subList(0, MOST_TERMS));
    }

    /** A requirement or limit in words: what of it is wanted. */
    static String inWords(Row row) {
        String meaning = RequirementWords.meaning(row.owner());
        Rational limit = row.constraint().rightHandSide();
        if (limit.isZero()) {
            return row.owner() + ": " + meaning;
        }
        String relation =
                switch (row.constraint().relation()) {
                    case LE -> "at most";
                    case GE -> "at least";
                    case EQ -> "exactly";
                };
        String amount = (Rounded.number(limit.doubleValue()) + " " + RequirementWords.rowUnit(row.owner())).strip();
        return "%s: %s %s (%s)".formatted(row.owner(), relation, amount, meaning);
    }
}
