/**
 * What is to be run, and what that demands of a data centre.
 *
 * <p>Start with {@link io.dcsdk.workload.Workload}: pre-training, fine-tuning, inference, data retention, or the plain
 * requirement of compute, storage and network. Each gives a {@link io.dcsdk.workload.Demand} whose every figure says by
 * which formula it came about. May import quantities, item rules and the storage models.
 */
@NullMarked
package io.dcsdk.workload;

import org.jspecify.annotations.NullMarked;
