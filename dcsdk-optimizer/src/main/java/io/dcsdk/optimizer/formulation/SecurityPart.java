package io.dcsdk.optimizer.formulation;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.security.SecurityPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Security controls: adopted or not. Only controls that the policy can use are variables, since any other one costs and
 * brings nothing. A price per server needs the number of servers under the control, s_j ≥ n − N (1 − z_j).
 */
final class SecurityPart {
    private final ProgramDraft draft;
    private final DesignProblem problem;
    private final SecurityPolicy policy;
    private final List<SecurityControl> controls;

    SecurityPart(ProgramDraft draft, DesignProblem problem) {
        this.draft = draft;
        this.problem = problem;
        this.policy = problem.policyOrNone();
        this.controls = problem.items().controls().stream().filter(this::useful).toList();
        controls.forEach(control -> draft.integer(VariableNames.adopted(control), 1));
    }

    private boolean useful(SecurityControl control) {
        return policy.controls().contains(control.kind())
                || control.covers().stream()
                        .anyMatch(family -> policy.coverage().getOrDefault(family, 0) > 0);
    }

    List<Capacity.ControlShare> shares(Function<Overhead, Ratio> part) {
        return controls.stream()
                .map(control -> new Capacity.ControlShare(
                        VariableNames.adopted(control),
                        part.apply(control.overhead()).base()))
                .filter(share -> share.share().signum() > 0)
                .toList();
    }

    void formulate(List<Server> servers) {
        policy.coverage().forEach((family, least) -> {
            LinearExpression covering = new LinearExpression();
            controls.stream()
                    .filter(control -> control.covers().contains(family))
                    .forEach(control -> covering.add(VariableNames.adopted(control), Rational.ONE));
            draft.requirement(
                    "security." + family,
                    covering,
                    Relation.GE,
                    new LinearExpression().plusConstant(BigDecimal.valueOf(least)));
        });
        policy.controls().forEach(kind -> {
            LinearExpression ofKind = new LinearExpression();
            controls.stream()
                    .filter(control -> control.kind() == kind)
                    .forEach(control -> ofKind.add(VariableNames.adopted(control), Rational.ONE));
            draft.requirement(
                    "security." + kind, ofKind, Relation.GE, new LinearExpression().plusConstant(BigDecimal.ONE));
        });
        controls.forEach(control -> cost(control, servers));
    }

    private void cost(SecurityControl control, List<Server> servers) {
        Finance finance = problem.finance();
        MoneyRate staff = staffCost(control).times(control.staff());
        draft.capital.add(
                VariableNames.adopted(control), finance.capital(control.price()).base());
        draft.running.add(
                VariableNames.adopted(control),
                finance.running(control.annual().plus(staff)).base());
        if (control.perServer().isZero()) {
            return;
        }
        LinearExpression count = new LinearExpression();
        servers.forEach(server -> count.add(VariableNames.count(server), Rational.ONE));
        Rational most = draft.largest(count);
        String covered = VariableNames.covered(control);
        draft.continuous(covered, most);
        draft.physics(
                "servers-under." + control.id(),
                LinearExpression.of(covered),
                Relation.GE,
                new LinearExpression()
                        .add(count, Rational.ONE)
                        .add(VariableNames.adopted(control), most)
                        .add(new LinearExpression().plusConstant(BigDecimal.ONE), most.negate()));
        draft.running.add(covered, finance.running(control.perServer()).base());
    }

    private MoneyRate staffCost(SecurityControl control) {
        if (control.staff().isZero()) {
            return MoneyRate.ZERO;
        }
        return problem.finance().staffCost().orElseThrow(() -> ItemRules.of("finance", "")
                .broken(
                        "staffCost",
                        "none",
                        "is needed because control " + control.id() + " takes staff",
                        "add what a full-time equivalent costs a year."));
    }
}
