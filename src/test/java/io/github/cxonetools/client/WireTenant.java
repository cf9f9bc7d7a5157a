package io.github.cxonetools.client;

import io.github.cxonetools.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** CXone's contract on raw sockets, so that a test can break it anywhere: before, during and after the answer. */
public final class WireTenant implements AutoCloseable {

    /** One request that has arrived whole. */
    public record Request(
            int number, String method, String path, String query, Map<String, String> headers, String body) {

        /** {@code POST /oauth/token}. */
        public String line() {
            return method + " " + path;
        }
    }

    /** An answer, before it is bytes. */
    public record Answer(int status, String body, String... headers) {

        byte[] bytes() {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n");
            for (int i = 0; i < headers.length; i += 2) {
                head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            }
            head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
            byte[] begin = head.toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[begin.length + content.length];
            System.arraycopy(begin, 0, all, 0, begin.length);
            System.arraycopy(content, 0, all, begin.length, content.length);
            return all;
        }
    }

    /** What happens to one request. */
    @FunctionalInterface
    public interface Behaviour {

        /** The well-behaved one. */
        Behaviour NORMAL = (tenant, request, socket) -> send(socket, tenant.handle(request));

        void answer(WireTenant tenant, Request request, Socket socket) throws IOException, InterruptedException;

        static Behaviour status(int status, String body, String... headers) {
            return (tenant, request, socket) -> send(socket, new Answer(status, body, headers));
        }
    }

    /** Chooses a behaviour for a request. */
    @FunctionalInterface
    public interface Script {
        Behaviour forRequest(Request request);
    }

    private static final String ACTIONS = "/api/v2/data-actions";
    private static final int PAGE_SIZE_DEFAULT = 100;

    private final Map<String, ObjectNode> actions = new LinkedHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private final Socket reserved = new Socket();
    private ServerSocket server;
    private Thread acceptor;

    public volatile Script script = request -> Behaviour.NORMAL;
    public volatile boolean unique = true;

    /** False where it tells only of the action that is named. */
    public volatile boolean listsAll = true;

    /** How many entities it puts on a page, whatever is asked for. */
    public volatile int largestPage = Integer.MAX_VALUE;

    public volatile String tokenAnswer = "{\"access_token\":\"tok-en-123456\",\"expires_in\":3600}";
    private int ids;

    public WireTenant() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            port = server.getLocalPort();
            acceptor = accept(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on connections are refused; those that are open break. */
    public void refuse() throws IOException, InterruptedException {
        server.close();
        // A thread that is in accept() keeps the port open a little longer.
        acceptor.join();
        for (Socket socket : open) {
            socket.close();
        }
        // So that nobody else gets the port.
        reserved.setReuseAddress(true);
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Connections are accepted again, on the same port. */
    public void acceptAgain() throws IOException {
        reserved.close();
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server = again;
        acceptor = accept(again);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    public long count(String line) {
        return requests.stream().filter(request -> request.line().equals(line)).count();
    }

    /** Everything that is deployed, as {@code name version}. */
    public synchronized List<String> deployed() {
        return actions.values().stream()
                .map(action -> action.path("name").asString() + " "
                        + action.path("version").asString()
                        + (action.path("isDeprecated").asBoolean() ? " (deprecated)" : ""))
                .sorted()
                .toList();
    }

    /** Puts an action there, and gives its id. */
    public synchronized String add(ObjectNode action) {
        String id = "id-" + ++ids;
        ObjectNode stored = action.deepCopy();
        stored.put("id", id);
        actions.put(id, stored);
        return id;
    }

    public synchronized ObjectNode action(String id) {
        return actions.get(id).deepCopy();
    }

    private Thread accept(ServerSocket from) {
        return daemon(() -> {
            while (true) {
                try {
                    Socket socket = from.accept();
                    socket.setTcpNoDelay(true);
                    open.add(socket);
                    daemon(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-tenant");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                script.forRequest(request).answer(this, request, socket);
                if (socket.isClosed()) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client, or the test, has had enough of this connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String[] parts = first.split(" ");
        int question = parts[1].indexOf('?');
        synchronized (requests) {
            Request request = new Request(
                    requests.size() + 1,
                    parts[0],
                    question < 0 ? parts[1] : parts[1].substring(0, question),
                    question < 0 ? "" : parts[1].substring(question + 1),
                    headers,
                    new String(body, StandardCharsets.UTF_8));
            requests.add(request);
            return request;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    public static void send(Socket socket, Answer answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(answer.bytes());
        out.flush();
    }

    /** Ends the connection by a reset, so that the client's read fails. */
    public static void reset(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // Closed already.
        }
        socket.close();
    }

    /** Does what CXone does with {@code request}. */
    public synchronized Answer handle(Request request) {
        if (request.path().equals("/oauth/token")) {
            return new Answer(200, tokenAnswer);
        }
        if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
            return new Answer(401, "{\"message\":\"no token\"}");
        }
        if (request.path().equals("/api/v2/analytics/data-actions/details/query")) {
            return new Answer(200, "{\"data\":[{\"count\":1}]}");
        }
        if (request.path().equals(ACTIONS)) {
            return request.method().equals("POST") ? create(request) : list(request);
        }
        String id = request.path().substring(ACTIONS.length() + 1);
        return actions.containsKey(id) ? one(request, id) : new Answer(404, "{\"message\":\"unknown\"}");
    }

    private Answer create(Request request) {
        ObjectNode action = (ObjectNode) Json.read(request.body());
        boolean exists = actions.values().stream()
                .anyMatch(other -> other.path("name").equals(action.path("name"))
                        && other.path("version").equals(action.path("version")));
        if (exists && unique) {
            return new Answer(409, "{\"code\":\"conflict\",\"message\":\"name and version exist\"}");
        }
        return new Answer(201, Json.compact(actions.get(add(action))));
    }

    private Answer list(Request request) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : request.query().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        if (!query.containsKey("name") && !listsAll) {
            return new Answer(400, "{\"message\":\"name is missing\"}");
        }
        List<ObjectNode> matching = new ArrayList<>(actions.values());
        matching.removeIf(action ->
                query.containsKey("name") && !action.path("name").asString().equals(query.get("name")));
        int page = Integer.parseInt(query.getOrDefault("pageNumber", "1"));
        int asked = Integer.parseInt(query.getOrDefault("pageSize", String.valueOf(PAGE_SIZE_DEFAULT)));
        int size = Math.min(asked, largestPage);
        ObjectNode answer = Json.object();
        ArrayNode entities = answer.putArray("entities");
        matching.stream().skip((page - 1L) * size).limit(size).forEach(entities::add);
        answer.put("pageNumber", page).put("pageSize", size).put("total", matching.size());
        return new Answer(200, Json.compact(answer));
    }

    private Answer one(Request request, String id) {
        if (request.method().equals("PATCH")) {
            actions.get(id).setAll((ObjectNode) Json.read(request.body()));
        }
        return new Answer(200, Json.compact(actions.get(id)));
    }

    @Override
    public void close() {
        try {
            server.close();
            reserved.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
