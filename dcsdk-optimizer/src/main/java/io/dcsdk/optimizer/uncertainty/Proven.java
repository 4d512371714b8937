package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.LinearProgram;

/**
 * An answer with its proof, which has passed the checker.
 *
 * @param answer what is saved
 * @param program what the proof is of
 * @param certificate the proof: of the bound, of the point, or that there is none
 * @param <A> the type of the answer
 */
public record Proven<A>(A answer, LinearProgram program, Certificate certificate) {}
