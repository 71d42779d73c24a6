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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A real browser without a window, of the width of a phone or of a desktop. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path TAKEN = Path.of("target", "screenshots");
    private static final Path KEPT = Path.of("..", "docs", "images");

    private Screen screen;
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
        Object unused = driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width,
                        "height", screen.height,
                        "deviceScaleFactor", 1,
                        "mobile", screen.mobile));
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

    /** Does something once more if the page was just being replaced by a newer one, as open pages are. */
    private static void steadily(ThrowingRunnable act) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(Browser::isOfAReplacedPage)
                .untilAsserted(act);
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
            return Awaitility.await()
                    .atMost(PATIENCE)
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
        Awaitility.await().atMost(PATIENCE).until(() -> !shows(css));
    }

    /** Tells whether the page is wider than the screen, so that it would have to be scrolled sideways. */
    boolean overflows() {
        Object width = driver.executeScript("return document.documentElement.scrollWidth");
        return width instanceof Number number && number.intValue() > screen.width;
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
