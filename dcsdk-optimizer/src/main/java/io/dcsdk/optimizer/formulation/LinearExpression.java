package io.dcsdk.optimizer.formulation;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A sum of variables with exact coefficients and a constant, under construction. */
final class LinearExpression {
    private final Map<String, Rational> terms = new TreeMap<>();
    private Rational constant = Rational.ZERO;

    static LinearExpression of(String variable) {
        return new LinearExpression().add(variable, Rational.ONE);
    }

    LinearExpression add(String variable, Rational coefficient) {
        terms.merge(variable, coefficient, Rational::plus);
        return this;
    }

    LinearExpression add(String variable, BigDecimal coefficient) {
        return add(variable, Rational.of(coefficient));
    }

    LinearExpression add(String variable, long coefficient) {
        return add(variable, Rational.of(coefficient));
    }

    LinearExpression add(LinearExpression other, Rational factor) {
        other.terms.forEach((variable, coefficient) -> add(variable, coefficient.times(factor)));
        constant = constant.plus(other.constant.times(factor));
        return this;
    }

    LinearExpression add(LinearExpression other, BigDecimal factor) {
        return add(other, Rational.of(factor));
    }

    LinearExpression plusConstant(BigDecimal value) {
        constant = constant.plus(Rational.of(value));
        return this;
    }

    Map<String, Rational> terms() {
        return terms;
    }

    Rational constant() {
        return constant;
    }
}
