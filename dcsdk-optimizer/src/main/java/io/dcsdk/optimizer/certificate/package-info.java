/**
 * Certificates of mixed-integer linear problems, and their checker.
 *
 * <p>Start with {@link io.dcsdk.optimizer.certificate.CertificateChecker}. A certificate holds the best point and a
 * proof tree: the box of the variables is cut in two again and again, and each last piece has multipliers from which a
 * lower bound, or that no point exists, follows by a sum. What holds of a part of the program can be proven first, as a
 * {@link io.dcsdk.optimizer.certificate.Lemma}, and is then used like a row. The checker redoes that in exact rational arithmetic. It knows
 * neither the solver nor any floating-point number, so it needs no trust in either.
 *
 * <p>May import {@code io.dcsdk.optimizer.linear} only.
 */
@NullMarked
package io.dcsdk.optimizer.certificate;

import org.jspecify.annotations.NullMarked;
