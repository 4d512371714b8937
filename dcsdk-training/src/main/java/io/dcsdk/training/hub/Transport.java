package io.dcsdk.training.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends requests and follows redirects itself, since the token must not reach another host, and since the hub writes what
 * a file must be into the very answer that redirects to its storage.
 */
final class Transport {
    private static final int MAX_REDIRECTS = 10;

    private final HubSettings settings;
    private final HttpClient client;

    /** How far to follow. */
    enum Redirects {
        /** To wherever the answer is. */
        ALL,
        /** Only within the hub: the first answer that leads out of it is the answer. */
        WITHIN_HUB
    }

    /** An answer, and whether the hub itself gave it. */
    record Reply(HttpResponse<ChunkBody> response, boolean fromHub) implements AutoCloseable {
        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        ChunkBody body() {
            return response.body();
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    Transport(HubSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        ProxySelector proxies = ProxySelector.getDefault();
        this.client = (proxies == null ? builder : builder.proxy(proxies)).build();
    }

    Reply send(String method, URI address, Map<String, String> headers, Redirects redirects)
            throws IOException, InterruptedException {
        URI current = address;
        boolean trusted = sameOrigin(address, settings.endpoint());
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(current)
                    .method(method, BodyPublishers.noBody())
                    .timeout(settings.stallTimeout())
                    .header("User-Agent", "dcsdk")
                    // A compressed answer would have another length than the announced one.
                    .header("Accept-Encoding", "identity");
            headers.forEach(request::header);
            if (trusted) {
                settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            }
            HttpResponse<ChunkBody> response =
                    client.send(request.build(), info -> new ChunkBody(settings.stallTimeout()));
            Reply reply = new Reply(response, trusted);
            if (!isRedirect(response.statusCode())) {
                return reply;
            }
            URI next;
            try {
                next = target(current, reply);
            } catch (HubException refused) {
                reply.close();
                throw refused;
            }
            boolean within = trusted && sameOrigin(next, settings.endpoint());
            if (redirects == Redirects.WITHIN_HUB && !within) {
                return reply;
            }
            reply.close();
            trusted = within; // once left, never trusted again
            current = next;
        }
        throw new HubException("address (" + address + ") of the hub: more than " + MAX_REDIRECTS
                + " redirects\nMaybe HF_ENDPOINT names something that is no hub.");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI target(URI current, Reply reply) {
        String location = reply.header("Location").orElse("");
        URI next;
        try {
            next = current.resolve(location);
        } catch (IllegalArgumentException fault) {
            throw badRedirect(current, location, "is no address");
        }
        String scheme = next.getScheme() == null ? "" : next.getScheme().toLowerCase(Locale.ROOT);
        if (location.isBlank() || next.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw badRedirect(current, location, "is no http address");
        }
        if (scheme.equals("http") && "https".equalsIgnoreCase(current.getScheme())) {
            throw badRedirect(current, location, "gives up encryption");
        }
        return next;
    }

    private static HubException badRedirect(URI current, String location, String rule) {
        return new HubException("redirect (" + HubException.quoted(location) + ") of " + current.getHost() + ": " + rule
                + "\nMaybe HF_ENDPOINT names something that is no hub.");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
