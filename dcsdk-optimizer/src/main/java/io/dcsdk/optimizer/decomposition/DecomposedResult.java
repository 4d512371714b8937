package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.search.Termination;

/**
 * What a decomposed search found. The certificate has a point and a bound; whoever relies on it has it checked.
 *
 * @param termination why the search ended
 * @param certificate point, bound and proof
 * @param nodes how many pieces the choices were cut into
 * @param searches how many searches of a single block there were
 */
public record DecomposedResult(Termination termination, Certificate certificate, long nodes, long searches) {}
