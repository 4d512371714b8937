package io.dcsdk.training.hub;

import java.net.URI;

/** One file of a pinned commit: where it is, and what it must turn out to be. */
record RemoteFile(String name, URI address, Checksum checksum, long size) {}
