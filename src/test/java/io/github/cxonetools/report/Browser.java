package io.github.cxonetools.report;

import io.github.cxonetools.json.Json;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, as far as this machine has one; a test that needs it is skipped elsewhere, and says so. */
public final class Browser implements AutoCloseable {

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser open() {
        Optional<Path> browser = find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> server = find("chromedriver");
        Assumptions.assumeTrue(
                browser.isPresent() && server.isPresent(),
                "No chromium and chromedriver on the PATH: what a page looks like in a browser is not checked");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(server.get().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public void show(URI page, String scheme, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toString());
    }

    /** From now on the page is laid out as on paper. */
    public void print(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public void show(Path page, String scheme, int width) {
        show(page.toUri(), scheme, width);
    }

    public Object run(String script) {
        return driver.executeScript(script);
    }

    /** Runs a script that calls its last argument when it is done. */
    public Object runAsync(String script) {
        return driver.executeAsyncScript(script);
    }

    /** Types into what has the focus; keys that are no characters are those of Selenium's {@link Keys}. */
    public void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /**
     * Errors and warnings, of scripts and of the content security policy; without advice on the speed of canvases, which is for
     * axe-core, as it reads letters from one, and comes late.
     */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(text -> !text.contains("Canvas2D: Multiple readback operations"))
                .toList();
    }

    /** Addresses that the page shown last asked for, its own aside. */
    public List<String> requests() {
        String own = String.valueOf(driver.getCurrentUrl()).replaceFirst("#.*", "");
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> Json.read(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString("").equals("Network.requestWillBeSent"))
                .map(message ->
                        message.path("params").path("request").path("url").asString(""))
                .filter(url -> !url.equals(own) && !url.startsWith("data:"))
                .toList();
    }

    /** What the focus meets while Tab is pressed until it comes round again. */
    public List<String> tabStops() {
        List<String> stops = new ArrayList<>();
        // From the top, wherever the focus was.
        run("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');");
        run("document.querySelectorAll('*').forEach(function (e, i) { e.dataset.stop = i; });");
        for (int i = 0; i < 200; i++) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            String stop = String.valueOf(run("return document.activeElement.dataset.stop"));
            if (stops.contains(stop) || stop.equals(String.valueOf(run("return document.body.dataset.stop")))) {
                return stops;
            }
            stops.add(stop);
        }
        return stops;
    }

    /** The whole page, up to a height that a picture can have. */
    public byte[] picture() {
        Long height = (Long) run("return Math.min(document.documentElement.scrollHeight, 6000)");
        Long width = (Long) run("return document.documentElement.clientWidth");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return picture;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
