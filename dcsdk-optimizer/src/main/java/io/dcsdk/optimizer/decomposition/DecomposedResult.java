package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.search.Termination;

/**
 * What a decomposed search found. The certificate has a point and a bound; whoever relies on it has it checked.
 *
 * @param termination why the search ended
 * @param certificate point, bound and proof
 * @param isExhausted whether no piece was left and the gap is open all the same, with time and nodes to go on: prices alone do not close
 *     it, and a search of the whole from this point may
 * @param nodes how many pieces the choices were cut into
 * @param searches how many searches of a single block there were
 */
public record DecomposedResult(
        Termination termination, Certificate certificate, boolean isExhausted, long nodes, long searches) {}
