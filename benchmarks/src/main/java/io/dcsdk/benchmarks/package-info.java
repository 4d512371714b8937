/** JMH benchmarks. */
@NullMarked
package io.dcsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
