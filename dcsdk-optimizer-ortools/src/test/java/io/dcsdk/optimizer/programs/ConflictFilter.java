package io.dcsdk.optimizer.programs;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the rows of a proof of infeasibility to rows of which none can be left out: a deletion filter. A row is left out for
 * good only if the checker accepts a proof from the rest, in the largest of the boxes; a row stays if the engine finds a
 * point without it, in any of them.
 */
final class ConflictFilter {
    private static final double TOLERANCE = 1e-7;

    private final LpEngine engine;
    private final List<LinearProgram> boxes;
    private final List<Integer> rows;
    private boolean isDecided = true;

    private ConflictFilter(LpEngine engine, List<LinearProgram> boxes, List<Integer> support) {
        this.engine = engine;
        this.boxes = boxes;
        this.rows = new ArrayList<>(support);
    }

    /**
     * What is left.
     *
     * @param isProven whether the checker accepts a proof from these rows alone, in the largest box
     * @param isIrreducible whether each removal was decided: the rest has a point, audited to 1e-7 of the rows' sizes
     */
    record Conflict(List<Integer> rows, boolean isProven, boolean isIrreducible) {}

    static Conflict irreducible(LpEngine engine, List<LinearProgram> boxes, List<Integer> support) {
        ConflictFilter filter = new ConflictFilter(engine, boxes, support);
        filter.run();
        boolean isProven = filter.audit(filter.rows).isProvenInfeasible();
        return new Conflict(filter.rows, isProven, filter.isDecided);
    }

    private LpAudit audit(List<Integer> some) {
        LpAudit audit = LpAudit.NOTHING;
        LinearProgram widest = part(boxes.get(boxes.size() - 1), some);
        for (LinearProgram box : boxes) {
            audit = LpAudit.of(engine, part(box, some), widest);
            if (audit.isProvenInfeasible() || hasPoint(audit)) {
                return audit;
            }
        }
        return audit;
    }

    private static boolean hasPoint(LpAudit audit) {
        return audit.status() == LpAnswer.Status.OPTIMAL && audit.violation() <= TOLERANCE;
    }

    private void run() {
        for (Integer candidate : List.copyOf(rows)) {
            if (!rows.contains(candidate)) {
                continue;
            }
            List<Integer> rest = new ArrayList<>(rows);
            rest.remove(candidate);
            LpAudit audit = audit(rest);
            if (audit.isProvenInfeasible()) {
                List<Integer> kept = audit.support().stream().map(rest::get).toList();
                rows.clear();
                rows.addAll(kept);
            } else {
                isDecided &= hasPoint(audit);
            }
        }
    }

    /** The same box with some of the rows and no costs. */
    private static LinearProgram part(LinearProgram program, List<Integer> rows) {
        LinearProgram.Builder builder = LinearProgram.builder();
        program.variables().forEach(builder::variable);
        for (int row : rows) {
            Constraint constraint = program.constraints().get(row);
            Map<String, Rational> terms = new TreeMap<>();
            for (Term term : constraint.terms()) {
                terms.put(program.variables().get(term.variable()).name(), term.coefficient());
            }
            builder.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
        }
        return builder.build();
    }
}
