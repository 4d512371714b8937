package io.dcsdk.training.hub;

import io.dcsdk.training.hub.Transport.Reply;
import java.io.IOException;

/** What an answer other than success means, and what its reader may do about it. */
final class Refusal {
    private Refusal() {}

    /**
     * Returns where the status is below 300, or a redirect that was not to be followed.
     *
     * @throws IOException if another attempt may help
     * @throws HubException if none will
     */
    static void check(Reply reply, ModelReference model, HubSettings settings, String file) throws IOException {
        int status = reply.status();
        if (status >= 200 && status < 400) {
            return;
        }
        if (status >= 500 || status == 429 || status == 408) {
            throw new BusyException(status, reply.header("Retry-After").orElse(""));
        }
        if (!reply.fromHub()) {
            // The hub signs such an address for a while only; another attempt gets a fresh one.
            throw new IOException("the hub's storage answered HTTP " + status);
        }
        throw refused(reply, model, settings, file);
    }

    private static HubException refused(Reply reply, ModelReference model, HubSettings settings, String file) {
        int status = reply.status();
        String code = reply.header("X-Error-Code").orElse("");
        String said = reply.header("X-Error-Message").orElse(code);
        String answer = " (HTTP " + status + (said.isEmpty() ? "" : ", " + HubException.quoted(said)) + ")";
        String subject = "model (" + model.repository() + ") of " + settings.endpoint() + ": ";
        if (status == 401 || status == 403) {
            return new HubException(subject + "access refused" + answer + "\nMaybe "
                    + (settings.token().isPresent()
                            ? "the name is misspelt, or the token in HF_TOKEN may not read it: it is private, or gated and"
                                    + " its terms are to be accepted on its page first."
                            : "the name is misspelt, or the model is private or gated: set HF_TOKEN to a token that may"
                                    + " read it."));
        }
        if (status == 404 && code.equals("RevisionNotFound")) {
            return new HubException("revision (" + model.revision() + ") of " + model.repository() + ": not at "
                    + settings.endpoint() + answer + "\nMaybe it is misspelt: main is the usual one.");
        }
        if (status == 404 && !file.isEmpty()) {
            return new HubException("file (" + file + ") of " + model.repository() + ": listed but not at "
                    + settings.endpoint() + answer + "\nMaybe the model was changed just now: fetch it again.");
        }
        if (status == 404) {
            return new HubException(subject + "not there" + answer
                    + "\nMaybe the name or the revision is misspelt (organisation/name), or the model is private: set"
                    + " HF_TOKEN to a token that may read it.");
        }
        return new HubException(subject + "refused" + answer + "\nMaybe HF_ENDPOINT names something that is no hub.");
    }
}
