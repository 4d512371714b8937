/**
 * Strict JSON and YAML for the SDK's records.
 *
 * <p>Start with {@link io.dcsdk.document.Documents}. What it reads is data, never code: unknown and missing fields,
 * duplicate keys, nulls, non-finite numbers, YAML aliases and tags are errors that name the file, the line, the path and
 * the rule, and size and depth are capped. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.document;

import org.jspecify.annotations.NullMarked;
