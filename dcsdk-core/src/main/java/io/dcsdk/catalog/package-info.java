/**
 * What can be bought: the catalogue of hardware, software, supplies and controls, the one that is built in, and how users
 * extend and override it.
 *
 * <p>Start with {@link io.dcsdk.catalog.Catalog#builtIn()}. Imports the item packages and documents.
 */
@NullMarked
package io.dcsdk.catalog;

import org.jspecify.annotations.NullMarked;
