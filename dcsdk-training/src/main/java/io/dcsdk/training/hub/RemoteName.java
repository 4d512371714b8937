package io.dcsdk.training.hub;

import java.util.regex.Pattern;

/** What a file of a model may be called: never something that leads out of the folder it is meant for. */
final class RemoteName {
    private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}\\.safetensors");

    private RemoteName() {}

    /** Whether every part of a relative path with forward slashes names something below its start. */
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        if (name.length() >= 2 && name.charAt(1) == ':') {
            return false; // a drive letter
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the plain name of a file of weights. */
    static boolean isShard(String name) {
        return SHARD.matcher(name).matches() && !name.contains("..");
    }
}
