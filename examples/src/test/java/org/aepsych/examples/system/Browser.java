package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, of the width of a phone or of a desktop. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Path TAKEN = Path.of("target", "screenshots");
    private static final Path KEPT = Path.of("..", "docs", "images");

    private static final int NARROWEST = 320;

    private Screen screen;
    private int width;
    private final ChromeDriver driver;

    /** How large the browser's window is, in CSS pixels. */
    enum Screen {
        PHONE(390, 844, true),
        DESKTOP(1280, 860, false);

        private final int width;
        private final int height;
        private final boolean mobile;

        Screen(int width, int height, boolean mobile) {
            this.width = width;
            this.height = height;
            this.mobile = mobile;
        }

        @Override
        public String toString() {
            return mobile ? "phone" : "desktop";
        }
    }

    Browser(Screen screen) {
        this.screen = screen;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--lang=en",
                "--window-size=" + screen.width + "," + screen.height);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(onPath("chromedriver")).toFile())
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        show(screen);
    }

    /** Gives the page another width: a headless window has a least one, the page itself has none. */
    void show(Screen other) {
        screen = other;
        size(screen.width, screen.height, screen.mobile);
    }

    /** Makes the page as narrow as the narrowest telephones are. */
    void squeeze() {
        size(NARROWEST, Screen.PHONE.height, true);
    }

    private void size(int pixels, int height, boolean mobile) {
        width = pixels;
        Object unused = driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    /** Reports other wishes of the visitor to the page: light or dark colours, with motion or without. */
    void prefer(String scheme, boolean motion) {
        Object unused = driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of(
                                        "name",
                                        "prefers-reduced-motion",
                                        "value",
                                        motion ? "no-preference" : "reduce"))));
    }

    /** Takes the visitor to another time zone, such as {@code Asia/Tehran}. */
    void travel(String zone) {
        Object unused = driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    /** Keeps a cookie of the site that is open. */
    void keep(String name, String value, String path) {
        driver.manage().addCookie(new Cookie.Builder(name, value).path(path).build());
    }

    /** Forgets all cookies, so that the visitor is a stranger everywhere. */
    void forgetAll() {
        Object unused = driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Returns what the browser has complained of since it was asked last: errors of scripts, refused or missing files. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Gives the page more height than a screen has, for pictures of all that it has to show. */
    void show(Screen other, int height) {
        screen = other;
        Object unused = driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", other.width, "height", height, "deviceScaleFactor", 1, "mobile", other.mobile));
    }

    private static String onPath(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        throw new IllegalStateException("there is no " + program + " on the path; ./aepsych test installs it");
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    void click(String css) {
        steadily(() -> driver.findElement(By.cssSelector(css)).click());
    }

    /** Presses a button, also if it is folded away. */
    void unfoldAndClick(String css) {
        steadily(() -> {
            WebElement button = driver.findElement(By.cssSelector(css));
            Object unused = driver.executeScript("arguments[0].closest('details')?.setAttribute('open', '')", button);
            button.click();
        });
    }

    void type(String css, String text) {
        type(css, 0, text);
    }

    /** Types into one of several fields, counted from 0. */
    void type(String css, int index, String text) {
        steadily(() -> {
            WebElement field = driver.findElements(By.cssSelector(css)).get(index);
            field.clear();
            field.sendKeys(text);
            assertThat(field.getDomProperty("value")).isEqualTo(text);
        });
    }

    /** Most things are there at once: a tenth of a second for each would be most of the time. */
    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(BETWEEN_LOOKS);
    }

    /** Does something once more if the page was just being replaced by a newer one, as open pages are. */
    private static void steadily(ThrowingRunnable act) {
        patiently().ignoreExceptionsMatching(Browser::isOfAReplacedPage).untilAsserted(act);
    }

    /** One predicate for both: of two calls that name exceptions to ignore, the last one counts. */
    private static boolean isOfAReplacedPage(Throwable failure) {
        return failure instanceof StaleElementReferenceException || failure instanceof ElementNotInteractableException;
    }

    /** Sends the form of a field with a text that would take long to type. */
    void submit(String css, String text) {
        Object unused = driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].form.requestSubmit()",
                driver.findElement(By.cssSelector(css)),
                text);
    }

    URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    }

    void focus(String css) {
        steadily(() -> {
            Object unused = driver.executeScript("arguments[0].focus()", driver.findElement(By.cssSelector(css)));
        });
    }

    /** Presses keys, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void run(String script) {
        Object unused = driver.executeScript(script);
    }

    /** Returns what a script returns, such as a list of texts. */
    Object ask(String script) {
        return Objects.requireNonNull(driver.executeScript("return " + script));
    }

    Object runAsync(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeAsyncScript(script, arguments));
    }

    boolean shows(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return driver.findElement(By.cssSelector(css)).getText();
    }

    /** Waits until the page shows one of some things, and returns which. */
    String await(String... choices) throws IOException {
        try {
            return patiently()
                    .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                    .until(() -> Stream.of(choices).filter(this::shows).findFirst(), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            picture("stuck");
            throw new AssertionError(
                    "none of " + List.of(choices) + " on " + driver.getCurrentUrl() + ", which says: " + text("body"),
                    e);
        }
    }

    /** Waits until the page shows something no longer. */
    void awaitGone(String css) {
        patiently().until(() -> !shows(css));
    }

    /** Tells whether the page is wider than the screen, so that it would have to be scrolled sideways. */
    boolean overflows() {
        Object content = driver.executeScript("return document.documentElement.scrollWidth");
        return content instanceof Number number && number.intValue() > width;
    }

    /**
     * Takes a picture. It stays in the build folder, and replaces the one in {@code docs/images} if the build was asked
     * to with {@code -Dscreenshots=update}.
     */
    void picture(String name) throws IOException {
        Files.createDirectories(TAKEN);
        Path file = TAKEN.resolve(name + "-" + screen + ".png");
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        if (System.getProperty("screenshots", "").equals("update")) {
            Files.createDirectories(KEPT);
            Path unused = Files.copy(file, KEPT.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
