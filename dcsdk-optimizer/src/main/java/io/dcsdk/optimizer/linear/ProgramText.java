package io.dcsdk.optimizer.linear;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A program as text: algebra for people, and a canonical form whose digest names it. */
final class ProgramText {
    private ProgramText() {}

    static String ofRow(LinearProgram program, int row) {
        Constraint constraint = program.constraints().get(row);
        StringBuilder text = new StringBuilder(constraint.name()).append(": ");
        for (Term term : constraint.terms()) {
            appendTerm(
                    text,
                    term.coefficient(),
                    program.variables().get(term.variable()).name());
        }
        if (constraint.terms().isEmpty()) {
            text.append("0");
        }
        return text.append(' ')
                .append(constraint.relation().symbol())
                .append(' ')
                .append(constraint.rightHandSide().toDecimalString())
                .toString();
    }

    private static void appendTerm(StringBuilder text, Rational coefficient, String name) {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ' ';
        if (first) {
            text.append(coefficient.signum() < 0 ? "-" : "");
        } else {
            text.append(coefficient.signum() < 0 ? " - " : " + ");
        }
        if (!coefficient.abs().equals(Rational.ONE)) {
            text.append(coefficient.abs().toDecimalString()).append(' ');
        }
        text.append(name);
    }

    static String of(LinearProgram program) {
        List<Variable> variables = program.variables();
        StringBuilder objective = new StringBuilder();
        for (int j = 0; j < variables.size(); j++) {
            Rational cost = program.costs().get(j);
            if (!cost.isZero()) {
                appendTerm(objective, cost, variables.get(j).name());
            }
        }
        StringBuilder text = new StringBuilder("minimise ").append(objective);
        if (!program.constant().isZero() || objective.length() == 0) {
            text.append(objective.length() == 0 ? "" : " + ")
                    .append(program.constant().toDecimalString());
        }
        for (int i = 0; i < program.constraints().size(); i++) {
            text.append("\n  ").append(ofRow(program, i));
        }
        for (Variable variable : variables) {
            text.append("\n  ").append(variable);
        }
        return text.toString();
    }

    static String digest(LinearProgram program) {
        StringBuilder text = new StringBuilder("dcsdk linear program 1\n");
        for (int j = 0; j < program.variables().size(); j++) {
            Variable variable = program.variables().get(j);
            append(text, variable.name());
            text.append(variable.integer() ? 'i' : 'c').append(' ');
            text.append(variable.lower()).append(' ').append(variable.upper()).append(' ');
            text.append(program.costs().get(j)).append('\n');
        }
        text.append("constant ").append(program.constant()).append('\n');
        for (Constraint constraint : program.constraints()) {
            append(text, constraint.name());
            for (Term term : constraint.terms()) {
                text.append(term.variable())
                        .append('*')
                        .append(term.coefficient())
                        .append(' ');
            }
            text.append(constraint.relation().symbol())
                    .append(' ')
                    .append(constraint.rightHandSide())
                    .append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(
                    "Digest (SHA-256) of this Java runtime: it is missing\nMaybe the runtime was stripped of its providers.",
                    impossible);
        }
    }

    /** A name may hold any character, so its length goes before it. */
    private static void append(StringBuilder text, String name) {
        text.append(name.length()).append(':').append(name).append(' ');
    }
}
