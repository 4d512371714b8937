package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;

/**
 * What one constraint is multiplied with in a proof.
 *
 * @param row the index of the constraint in its program, from 0
 * @param value not negative for {@code >=}, not positive for {@code <=}, any for {@code =}
 */
public record Multiplier(int row, Rational value) {}
