package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A proof with the part of a program that it speaks of: the rows that it uses, lemmas among them, and the variables of these
 * rows, of its objective and of its conditions. What holds for the part holds for the whole, and a lemma about one of fifty parts is
 * checked fifty times as fast.
 */
final class ScopedProof {
    /** A proof that speaks of something that is not there. */
    static final class Flaw extends Exception {
        private static final long serialVersionUID = 1;

        Flaw(String message) {
            super(message);
        }
    }

    private final LinearProgram program;
    private final List<Lemma> known;
    private final TreeSet<Integer> rows = new TreeSet<>();
    private final TreeSet<Integer> variables = new TreeSet<>();
    private final Map<Integer, Integer> placeOfRow = new HashMap<>();
    private final Map<Integer, Integer> placeOfVariable = new HashMap<>();

    private ScopedProof(LinearProgram program, List<Lemma> known) {
        this.program = program;
        this.known = known;
    }

    /** What is to be followed. */
    record Scope(ScaledProgram scaled, ProofTree tree) {}

    /**
     * The scope of a proof.
     *
     * @param known the lemmas that may be used
     * @param objective what is minimised
     * @param conditions bounds that hold from the start
     */
    static Scope of(
            LinearProgram program,
            List<Lemma> known,
            List<Term> objective,
            Rational constant,
            List<Condition> conditions,
            ProofTree tree)
            throws Flaw {
        ScopedProof scope = new ScopedProof(program, known);
        scope.collect(objective, conditions, tree);
        return new Scope(scope.scaled(objective, constant, conditions), scope.moved(tree));
    }

    private void collect(List<Term> objective, List<Condition> conditions, ProofTree tree) throws Flaw {
        for (ProofNode node : tree.nodes()) {
            if (node instanceof ProofNode.Branch branch) {
                variable(branch.variable());
            }
            for (Multiplier multiplier : node.multipliers()) {
                if (multiplier.row() < 0
                        || multiplier.row() >= program.constraints().size() + known.size()) {
                    throw new Flaw(
                            "Multiplier (" + multiplier.value() + ") of constraint " + multiplier.row()
                                    + ": there is no such constraint and no such lemma before it\nMaybe the proof tree was changed.");
                }
                rows.add(multiplier.row());
            }
        }
        for (int row : rows) {
            terms(row);
            for (Condition condition : conditionsOf(row)) {
                variable(condition.variable());
            }
        }
        int last = -1;
        for (Term term : objective) {
            // Used as a row, a variable that is named twice would count once: another inequality than the one that is
            // proven.
            if (term.variable() <= last) {
                throw new Flaw("Term (" + term.coefficient()
                        + ") of a lemma: its variables do not rise\nMaybe the certificate was changed.");
            }
            last = term.variable();
            variable(term.variable());
        }
        for (Condition condition : conditions) {
            variable(condition.variable());
            Variable bounded = program.variables().get(condition.variable());
            if (!bounded.integer()) {
                throw new Flaw("Condition (" + bounded.name()
                        + ") of a lemma: it is no whole-number variable\nMaybe the certificate was changed.");
            }
        }
    }

    private void terms(int row) throws Flaw {
        for (Term term : termsOf(row)) {
            variable(term.variable());
        }
    }

    private void variable(int variable) throws Flaw {
        if (variable < 0 || variable >= program.variables().size()) {
            throw new Flaw("Variable (" + variable
                    + ") of the proof: the program has no such variable\nMaybe the certificate was changed.");
        }
        variables.add(variable);
    }

    private List<Term> termsOf(int row) {
        int own = program.constraints().size();
        return row < own
                ? program.constraints().get(row).terms()
                : known.get(row - own).terms();
    }

    private List<Condition> conditionsOf(int row) {
        int own = program.constraints().size();
        return row < own ? List.of() : known.get(row - own).conditions();
    }

    private ScaledProgram scaled(List<Term> objective, Rational constant, List<Condition> conditions) throws Flaw {
        Map<Integer, Variable> bounded = new HashMap<>();
        for (int variable : variables) {
            bounded.put(variable, program.variables().get(variable));
        }
        for (Condition condition : conditions) {
            bounded.put(condition.variable(), narrowed(there(bounded, condition.variable()), condition));
        }
        LinearProgram.Builder builder = LinearProgram.builder().constant(constant);
        for (int variable : variables) {
            placeOfVariable.put(variable, placeOfVariable.size());
            builder.variable(there(bounded, variable));
        }
        for (Term term : objective) {
            builder.cost(program.variables().get(term.variable()).name(), term.coefficient());
        }
        List<List<Condition>> under = new ArrayList<>();
        for (int row : rows) {
            placeOfRow.put(row, placeOfRow.size());
            Map<String, Rational> terms = new HashMap<>();
            for (Term term : termsOf(row)) {
                terms.put(program.variables().get(term.variable()).name(), term.coefficient());
            }
            int own = program.constraints().size();
            if (row < own) {
                Constraint constraint = program.constraints().get(row);
                builder.constraint("row " + row, terms, constraint.relation(), constraint.rightHandSide());
            } else {
                builder.constraint(
                        "row " + row, terms, Relation.GE, known.get(row - own).rightHandSide());
            }
            under.add(conditionsOf(row).stream().map(this::moved).toList());
        }
        return ScaledProgram.of(builder.build(), under).orElseThrow(() -> new Flaw(ScaledProgram.TOO_LONG));
    }

    private static Variable narrowed(Variable variable, Condition condition) throws Flaw {
        Rational lower = variable.lower().max(Rational.of(condition.lower()));
        Rational upper = variable.upper().min(Rational.of(condition.upper()));
        if (lower.compareTo(upper) > 0) {
            throw new Flaw("Condition (" + condition.lower() + " to " + condition.upper() + ") of variable "
                    + variable.name() + ": nothing meets it\nMaybe the certificate was changed.");
        }
        return new Variable(variable.name(), lower, upper, variable.integer());
    }

    private Condition moved(Condition condition) {
        return new Condition(there(placeOfVariable, condition.variable()), condition.lower(), condition.upper());
    }

    private ProofTree moved(ProofTree tree) {
        return tree.moved(variable -> there(placeOfVariable, variable), row -> there(placeOfRow, row));
    }

    private static <T> T there(Map<Integer, T> map, int key) {
        return Objects.requireNonNull(map.get(key));
    }
}
