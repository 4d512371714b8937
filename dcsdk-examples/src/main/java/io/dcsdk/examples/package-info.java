/** The quickstart and the command line. */
@NullMarked
package io.dcsdk.examples;

import org.jspecify.annotations.NullMarked;
