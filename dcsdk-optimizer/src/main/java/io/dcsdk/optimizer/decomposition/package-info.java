/**
 * Programs whose variables fall into blocks that few rows join: the design of each site, joined by where the workloads are.
 *
 * <p>Start with {@link io.dcsdk.optimizer.decomposition.Decomposition}. What joins the blocks is priced (Dantzig and Wolfe 1960); the
 * best choice of each block at given prices is found by enumeration with bounds, and what a choice really costs by a search of its
 * block alone. Every bound becomes lemmas that {@link io.dcsdk.optimizer.certificate.CertificateChecker} follows in exact arithmetic.
 *
 * <p>May import {@code linear}, {@code certificate}, {@code relaxation} and {@code search}.
 */
@NullMarked
package io.dcsdk.optimizer.decomposition;

import org.jspecify.annotations.NullMarked;
