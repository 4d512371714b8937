package io.dcsdk.training.hub;

/**
 * How far a fetch has come.
 *
 * @param file the file under way, by its name in the model
 * @param fileBytes bytes of it that are here; falls back to 0 where a file must be started again
 * @param fileSize bytes that it will have
 * @param bytes bytes of all files of this fetch that are here, this one's included
 * @param total bytes of all files of this fetch; those that the snapshot had before do not count
 */
public record FetchProgress(String file, long fileBytes, long fileSize, long bytes, long total) {}
