package io.dcsdk.training.hub;

import java.util.regex.Pattern;

/** A model of the hub at one revision, by names that are safe in addresses and paths. */
record ModelReference(String repository, String revision) {
    /** What a hub allows in a name: one or two parts of letters, digits, {@code _}, {@code -} and {@code .} */
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:[A-Za-z0-9_](?:[\\w.-]{0,94}\\w)?/)?[A-Za-z0-9_](?:[\\w.-]{0,94}\\w)?");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    ModelReference {
        if (!REPOSITORY.matcher(repository).matches()
                || repository.contains("--")
                || repository.contains("..")
                || repository.endsWith(".git")) {
            throw new HubException("model (" + HubException.quoted(repository) + ") of the hub: is no name of a model"
                    + "\nMaybe it lacks its organisation: names look like organisation/name.");
        }
        if (!isRevision(revision)) {
            throw new HubException("revision (" + HubException.quoted(revision) + ") of " + repository
                    + ": is no name of a branch, a tag or a commit\nMaybe take main.");
        }
    }

    static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    boolean isPinned() {
        return isCommit(revision);
    }

    /** The rules of git for names, apart from those that cannot lead out of a folder. */
    private static boolean isRevision(String revision) {
        return revision.length() <= 255
                && RemoteName.isSafe(revision)
                && revision.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "~^:?*[<>|\"".indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return repository + "@" + revision;
    }
}
