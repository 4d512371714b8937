package io.dcsdk.training.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the hub is, where its files are kept, and how patient to be.
 *
 * @param endpoint base address of the hub, http or https, without a slash at its end
 * @param cache folder that holds the fetched models; made when the first one is fetched
 * @param offline whether the network may not be used, so that only the cache can answer
 * @param token access token, sent to the host of {@code endpoint} and no other; empty for public models
 * @param connectTimeout longest wait for a connection, above 0
 * @param stallTimeout longest wait for an answer to begin, and for the next bytes of one, above 0
 * @param attempts how often one request or one file is tried in all, from 1 to 100
 */
public record HubSettings(
        URI endpoint,
        Path cache,
        boolean offline,
        Optional<String> token,
        Duration connectTimeout,
        Duration stallTimeout,
        int attempts) {
    /** The public hub; HF_ENDPOINT names another one. */
    private static final String PUBLIC_HUB = "https://huggingface.co";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)\\})");

    /**
     * Checks every setting.
     *
     * @throws HubException if one breaks its rule; a token is never shown
     */
    public HubSettings {
        endpoint = checkedEndpoint(endpoint);
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]+")) {
            throw new HubException("token (not shown) of the hub: is empty or has characters that no header can carry"
                    + "\nMaybe HF_TOKEN holds more than the token.");
        }
        positive("connect timeout", connectTimeout);
        positive("stall timeout", stallTimeout);
        if (attempts < 1 || attempts > 100) {
            throw new HubException("attempts (" + attempts + ") of the hub: not from 1 to 100\nMaybe take 5.");
        }
    }

    /**
     * The settings of this process' environment; see {@link #from(Map)}.
     *
     * @return settings
     * @throws HubException if a variable's value breaks its rule
     */
    public static HubSettings fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * The settings that environment variables give, read as the Python tools read them: HF_ENDPOINT (default: the public
     * hub); HF_HUB_CACHE, else HF_HOME/hub, else XDG_CACHE_HOME/huggingface/hub, else ~/.cache/huggingface/hub, with
     * {@code ~} and {@code $NAME} expanded; HF_HUB_OFFLINE (1, true, yes, on; or 0, false, no, off); HF_TOKEN. An empty
     * value counts as none. Timeouts are 10 s and 30 s, attempts 5.
     *
     * @param environment variables by name
     * @return settings
     * @throws HubException if a variable's value breaks its rule
     */
    public static HubSettings from(Map<String, String> environment) {
        String address = value(environment, "HF_ENDPOINT").orElse(PUBLIC_HUB);
        URI endpoint;
        try {
            endpoint = new URI(address);
        } catch (URISyntaxException fault) {
            throw badEndpoint(address, fault.getReason());
        }
        return new HubSettings(
                endpoint,
                cacheFolder(environment),
                offline(environment),
                value(environment, "HF_TOKEN"),
                CONNECT_TIMEOUT,
                STALL_TIMEOUT,
                ATTEMPTS);
    }

    /**
     * The same with another hub.
     *
     * @param newEndpoint its base address, http or https
     * @return changed settings
     * @throws HubException if it is no such address
     */
    public HubSettings withEndpoint(URI newEndpoint) {
        return new HubSettings(newEndpoint, cache, offline, token, connectTimeout, stallTimeout, attempts);
    }

    /**
     * The same with another cache.
     *
     * @param newCache its folder
     * @return changed settings
     */
    public HubSettings withCache(Path newCache) {
        return new HubSettings(endpoint, newCache, offline, token, connectTimeout, stallTimeout, attempts);
    }

    /**
     * The same with or without the network.
     *
     * @param newOffline whether only the cache may answer
     * @return changed settings
     */
    public HubSettings withOffline(boolean newOffline) {
        return new HubSettings(endpoint, cache, newOffline, token, connectTimeout, stallTimeout, attempts);
    }

    /**
     * The same with an access token.
     *
     * @param newToken printable ASCII without blanks
     * @return changed settings
     * @throws HubException if no header can carry it
     */
    public HubSettings withToken(String newToken) {
        return new HubSettings(endpoint, cache, offline, Optional.of(newToken), connectTimeout, stallTimeout, attempts);
    }

    /**
     * The same with another patience.
     *
     * @param newConnectTimeout longest wait for a connection, above 0
     * @param newStallTimeout longest wait for the next bytes, above 0
     * @param newAttempts tries in all, from 1 to 100
     * @return changed settings
     * @throws HubException if one is out of its range
     */
    public HubSettings withPatience(Duration newConnectTimeout, Duration newStallTimeout, int newAttempts) {
        return new HubSettings(endpoint, cache, offline, token, newConnectTimeout, newStallTimeout, newAttempts);
    }

    /**
     * The settings without the token.
     *
     * @return one line; says whether there is a token, never which
     */
    @Override
    public String toString() {
        return "HubSettings[endpoint=%s, cache=%s, offline=%s, token=%s, connectTimeout=%s, stallTimeout=%s, attempts=%s]"
                .formatted(
                        endpoint,
                        cache,
                        offline,
                        token.isPresent() ? "set" : "none",
                        connectTimeout,
                        stallTimeout,
                        attempts);
    }

    private static Path cacheFolder(Map<String, String> environment) {
        String home = value(environment, "HOME").orElseGet(() -> System.getProperty("user.home", ""));
        String folder = value(environment, "HF_HUB_CACHE")
                .or(() -> value(environment, "HF_HOME").map(hf -> hf + "/hub"))
                .or(() -> value(environment, "XDG_CACHE_HOME").map(xdg -> xdg + "/huggingface/hub"))
                .orElse("~/.cache/huggingface/hub");
        String expanded = folder.equals("~") || folder.startsWith("~/") ? home + folder.substring(1) : folder;
        String complete = VARIABLE.matcher(expanded).replaceAll(name -> {
            String variable = name.group(1) == null ? name.group(2) : name.group(1);
            return Matcher.quoteReplacement(value(environment, variable).orElse(name.group()));
        });
        try {
            return Path.of(complete);
        } catch (InvalidPathException fault) {
            throw new HubException(
                    "cache (" + HubException.quoted(complete) + ") of the hub: is no path"
                            + "\nMaybe HF_HUB_CACHE or HF_HOME is mistyped.",
                    fault);
        }
    }

    private static boolean offline(Map<String, String> environment) {
        String value = value(environment, "HF_HUB_OFFLINE").orElse("0");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on" -> true;
            case "0", "false", "no", "off" -> false;
            default ->
                throw new HubException("HF_HUB_OFFLINE (" + HubException.quoted(value)
                        + ") of the environment: is neither 1, true, yes, on nor 0, false, no, off"
                        + "\nMaybe take 1 to stay off the network.");
        };
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static URI checkedEndpoint(URI endpoint) {
        String scheme = endpoint.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw badEndpoint(endpoint.toString(), "begins neither with http:// nor with https://");
        }
        if (endpoint.getHost() == null) {
            throw badEndpoint(endpoint.toString(), "names no host");
        }
        if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            // Its value may be a password, so it is not shown.
            throw badEndpoint(endpoint.getHost(), "has a user, a query or a fragment");
        }
        String text = endpoint.toString();
        return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : endpoint;
    }

    private static HubException badEndpoint(String address, String rule) {
        return new HubException("endpoint (" + HubException.quoted(address) + ") of the hub: " + rule
                + "\nMaybe HF_ENDPOINT is mistyped: it is an address like " + PUBLIC_HUB + ".");
    }

    private static void positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new HubException(
                    what + " (" + duration + ") of the hub: is not above zero\nMaybe take " + STALL_TIMEOUT + ".");
        }
    }
}
