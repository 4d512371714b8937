/**
 * ojAlgo behind the port of {@code io.dcsdk.optimizer.relaxation}; the only package that imports {@code org.ojalgo}.
 *
 * <p>Start with {@link io.dcsdk.optimizer.engine.OjAlgoEngine}.
 */
@NullMarked
package io.dcsdk.optimizer.engine;

import org.jspecify.annotations.NullMarked;
