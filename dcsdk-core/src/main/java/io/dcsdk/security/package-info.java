/**
 * What protects: security and privacy controls, what they cost and cover, and the policy that demands them.
 *
 * <p>Start with {@link io.dcsdk.security.SecurityPolicy}. Imports quantities and the rules of items.
 */
@NullMarked
package io.dcsdk.security;

import org.jspecify.annotations.NullMarked;
