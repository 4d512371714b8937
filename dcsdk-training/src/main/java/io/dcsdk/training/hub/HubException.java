package io.dcsdk.training.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A model that cannot be fetched: a name that cannot be, a hub that refuses or fails, or a cache that cannot be used. */
public final class HubException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED_LENGTH = 200;

    /**
     * A fault with its whole message.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     */
    public HubException(String message) {
        super(message);
    }

    /**
     * A fault that another one caused.
     *
     * @param message subject, rule, and a line that begins "Maybe"
     * @param cause what lies beneath
     */
    public HubException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What broke while something was written to or read from the local disk; names a full disk as such. */
    static HubException local(Path path, IOException cause) {
        String reason = cause instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota exceeded")) {
            return new HubException(
                    "file (" + path + ") of the cache: the disk is full"
                            + "\nMaybe make room, or let HF_HUB_CACHE name a folder on a larger disk; what was fetched so"
                            + " far is kept.",
                    cause);
        }
        return new HubException(
                "file (" + path + ") of the cache: cannot be used (" + quoted(reason) + ")"
                        + "\nMaybe let HF_HUB_CACHE name a folder that can be read and written.",
                cause);
    }

    /** A foreign text fit to be shown: control characters replaced, and its end left out where it is long. */
    static String quoted(String foreign) {
        String plain = foreign.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() <= QUOTED_LENGTH ? plain : plain.substring(0, QUOTED_LENGTH) + "…";
    }
}
