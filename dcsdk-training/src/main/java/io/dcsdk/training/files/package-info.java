/**
 * Files that are there whole or not at all.
 *
 * <p>Start with {@link io.dcsdk.training.files.AtomicFile}, which every checkpoint goes through; {@link
 * io.dcsdk.training.files.SmallFile} reads configuration files with a size limit. Faults come as {@link
 * io.dcsdk.training.files.FileException}. Imports nothing of the SDK.
 */
@NullMarked
package io.dcsdk.training.files;

import org.jspecify.annotations.NullMarked;
