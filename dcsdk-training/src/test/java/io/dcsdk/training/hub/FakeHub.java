package io.dcsdk.training.hub;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** A hub on this machine that holds one model, and fails as it is told to. */
final class FakeHub implements AutoCloseable {
    static final String MODEL = "acme/tiny-ner";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** One request and what it asks for; gives the answer in place of the hub. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    /** A request that came, for tests to look at. */
    record Request(String method, String path, String range, String authorization) {}

    final Map<String, byte[]> files = new TreeMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final AtomicLong bytesServed = new AtomicLong();
    String listing = "";
    boolean ranges = true;

    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeHub() {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        files.put("config.json", "{\"model_type\":\"bert\"}".getBytes(StandardCharsets.UTF_8));
        files.put("tokenizer.json", "{\"version\":\"1.0\"}".getBytes(StandardCharsets.UTF_8));
        files.put("vocab.txt", "[PAD]\n[UNK]\nJean\n".getBytes(StandardCharsets.UTF_8));
        files.put("model.safetensors", bytes(300_000, 7));
        files.put("pytorch_model.bin", bytes(10, 1));
        files.put("modeling_custom.py", "raise SystemExit".getBytes(StandardCharsets.UTF_8));
        files.put("onnx/model.onnx", bytes(10, 2));
    }

    static byte[] bytes(int count, int seed) {
        byte[] bytes = new byte[count];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets the next requests of a method for a file, or for "listing", go wrong in these ways, one after the other. */
    void fail(String method, String name, Fault... next) {
        faults.computeIfAbsent(method + " " + name, key -> new ConcurrentLinkedDeque<>())
                .addAll(List.of(next));
    }

    HubSettings settings(Path cache) {
        return HubSettings.from(Map.of("HF_ENDPOINT", endpoint().toString(), "HF_HUB_CACHE", cache.toString()))
                .withPatience(Duration.ofSeconds(5), Duration.ofSeconds(5), 4);
    }

    ModelHub client(Path cache) {
        return client(settings(cache));
    }

    ModelHub client(HubSettings settings) {
        return new ModelHub(settings, progress -> {}, pauses::add);
    }

    long count(String method, String suffix) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(suffix))
                .count();
    }

    static boolean isLarge(byte[] content) {
        return content.length > 1000;
    }

    static String etag(byte[] content) {
        return isLarge(content)
                ? hash("SHA-256", new byte[0], content)
                : hash("SHA-1", ("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8), content);
    }

    static Fault status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Answers with a file's headers, but so much of the body only, whatever range was asked for. */
    static Fault truncated(int count) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, count);
            body.flush();
        };
    }

    /** Answers 200 with these bytes in place of the file's. */
    static Fault body(byte[] bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** The message of the refusal that this must end in. */
    static String refusal(Executable attempt) {
        return String.valueOf(assertThrows(HubException.class, attempt).getMessage());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String method = exchange.getRequestMethod();
            requests.add(new Request(
                    method,
                    path,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Range")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
            boolean api = path.startsWith("/api/models/");
            String name = api ? "listing" : path.replaceFirst("^.*?/resolve/[^/]*/", "");
            byte[] content = api ? listing().getBytes(StandardCharsets.UTF_8) : files.get(name);
            Deque<Fault> queue = faults.getOrDefault(method + " " + name, new ArrayDeque<>());
            Fault fault = queue.poll();
            if (fault != null) {
                fault.answer(exchange, content == null ? new byte[0] : content);
            } else if (content == null) {
                exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
                exchange.sendResponseHeaders(404, -1);
            } else {
                serve(exchange, content, api);
            }
        } catch (IOException | RuntimeException fault) {
            // A client that hangs up, or an answer cut short on purpose, ends here.
        }
    }

    private void serve(HttpExchange exchange, byte[] content, boolean api) throws IOException {
        if (!api) {
            exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
            exchange.getResponseHeaders().set("ETag", "\"" + etag(content) + "\"");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int start = 0;
        if (range != null && ranges) {
            start = Integer.parseInt(range.replaceFirst("bytes=(\\d+)-", "$1"));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(
                range != null && ranges ? 206 : 200, content.length == start ? -1 : content.length - start);
        exchange.getResponseBody().write(Arrays.copyOfRange(content, start, content.length));
        if (!api) {
            bytesServed.addAndGet(content.length - start);
        }
    }

    private String listing() {
        return listing.isEmpty()
                ? files.keySet().stream()
                        .map(name -> "{\"rfilename\":\"" + name + "\"}")
                        .collect(Collectors.joining(
                                ",", "{\"id\":\"" + MODEL + "\",\"sha\":\"" + COMMIT + "\",\"siblings\":[", "]}"))
                : listing;
    }

    private static String hash(String algorithm, byte[] head, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(head);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
