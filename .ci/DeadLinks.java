import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows every link within a rendered site, to its place on the page: {@code java .ci/DeadLinks.java target/site}. */
class DeadLinks {

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\s(?:id|name)=\"([^\"]*)\"");

    private final Map<Path, Set<String>> places = new HashMap<>();

    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[0]).toAbsolutePath().normalize();
        DeadLinks links = new DeadLinks();
        Set<String> dead = new TreeSet<>();
        int followed = 0;
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        for (Path page : pages) {
            for (String link : found(LINK, Files.readString(page))) {
                URI uri = URI.create(link.replace(" ", "%20"));
                if (uri.getScheme() == null && uri.getHost() == null) {
                    followed++;
                    if (!links.leadsSomewhere(page, uri)) {
                        dead.add(site.relativize(page) + " -> " + link);
                    }
                }
            }
        }
        dead.forEach(System.err::println);
        System.out.println(pages.size() + " pages, " + followed + " links, " + dead.size() + " dead");
        System.exit(dead.isEmpty() && followed > 0 ? 0 : 1);
    }

    private boolean leadsSomewhere(Path page, URI link) throws IOException {
        String path = link.getPath();
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (Files.isDirectory(target)) {
            target = target.resolve("index.html");
        }
        if (!Files.isRegularFile(target)) {
            return false;
        }
        String place = link.getRawFragment();
        return place == null
                || place.isEmpty()
                || places(target).contains(URLDecoder.decode(place, StandardCharsets.UTF_8));
    }

    private Set<String> places(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            known = new HashSet<>(found(PLACE, Files.readString(page)));
            places.put(page, known);
        }
        return known;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results()
                .map(result -> result.group(1).replace("&amp;", "&"))
                .collect(Collectors.toList());
    }
}
