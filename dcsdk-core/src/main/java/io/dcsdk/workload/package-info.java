/**
 * What is to be run, and what that demands of a data centre.
 *
 * <p>Start with {@link io.dcsdk.workload.Workload}: pre-training, fine-tuning, inference, data retention, the plain
 * requirement of compute, storage and network, or training as a profile measured it. Each gives a {@link io.dcsdk.workload.Demand} whose every figure says by
 * which formula it came about. May import quantities, item rules, profiles, the
 * catalogue and the storage models.
 */
@NullMarked
package io.dcsdk.workload;

import org.jspecify.annotations.NullMarked;
