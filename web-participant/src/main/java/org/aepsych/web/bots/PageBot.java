package org.aepsych.web.bots;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aepsych.api.number.Rational;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One simulated participant who uses the pages as a browser does: keeps the page's stream of news open, looks again when
 * told, thinks, plays, and now and then loads the page anew.
 */
final class PageBot {
    private static final int PATIENCE = 5;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int WEIGHTS_ADD_UP_TO = 1000;

    private final PageRun run;
    private final Browser browser;
    private final String identifier;
    private final int number;
    private final RandomGenerator random;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final JsonMapper json = JsonMapper.shared();

    /** Guarded by this object, as is everything below. */
    private ShownPage page = ShownPage.read("");

    private PageEvents events = new PageEvents((event, data) -> {}, () -> {});
    private boolean looking;
    private boolean lookAgain;
    private int failuresInARow;

    PageBot(PageRun run, Browser browser, String identifier, int number, RandomGenerator random) {
        this.run = run;
        this.browser = browser;
        this.identifier = identifier;
        this.number = number;
        this.random = random;
    }

    /** Completes with true when the run is over, with false when the bot gave up. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    synchronized void stop() {
        events.stop();
        end.complete(true);
    }

    /** Begins: what follows, follows by itself. */
    void join() {
        then("opening the entrance", browser.get(run.entrance()), this::join, html -> {
            ShownPage entrance = ShownPage.read(html);
            Map<String, String> form = Map.of("form_token", entrance.token().orElse(""), "identifier", identifier);
            then("joining", browser.post(run.entrance(), form), this::join, sent -> {
                // The page that shows a new participant's password is no redirection.
                if (sent.accepted() || sent.shown()) {
                    run.joinedOne();
                    load();
                } else {
                    stumbled("joining", new IllegalStateException("HTTP " + sent.status()), this::join);
                }
            });
        });
    }

    /** Loads the page as after a click or a reload: the stream of the page before ends. */
    private void load() {
        then("loading the page", browser.get(run.play()), this::load, html -> show(ShownPage.read(html), true));
    }

    /** Fetches the page for its new content, as its script does; the stream stays. */
    private synchronized void look() {
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        then("looking again", browser.get(run.play()), this::looked, html -> {
            show(ShownPage.read(html), false);
            looked();
        });
    }

    private synchronized void looked() {
        looking = false;
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }

    private synchronized void show(ShownPage shown, boolean loaded) {
        boolean another = !shown.game().equals(page.game());
        page = shown;
        long now = System.nanoTime();
        shown.turnout().ifPresent(turnout -> run.screens().shows(number, turnout.round(), turnout.done(), now));
        shown.game().ifPresent(game -> run.screens().shows(number, game.round(), 0, now));
        if (loaded) {
            events.stop();
            shown.events().ifPresent(this::listen);
        }
        if (another || loaded) {
            shown.game().ifPresent(game -> run.later(run.think(random), () -> play(game)));
        }
        if (loaded && shown.game().isEmpty() && random.nextDouble() < run.reloads()) {
            run.later(run.think(random), this::load);
        }
    }

    private void listen(String address) {
        PageEvents reader = new PageEvents(
                this::heard,
                () -> run.later(AFTER_FAILURE, () -> {
                    run.failed(identifier + ": the stream of news ended");
                    load();
                }));
        events = reader;
        browser.listen(address, reader);
    }

    private void heard(String event, String data) {
        if ("figure".equals(event)) {
            JsonNode turnout = json.readTree(data);
            run.screens()
                    .shows(
                            number,
                            turnout.required("round").intValue(),
                            turnout.required("done").intValue(),
                            System.nanoTime());
        } else if ("news".equals(event)) {
            long within = Long.parseLong(data);
            run.later(Duration.ofMillis(within == 0 ? 0 : random.nextLong(within)), this::look);
        }
    }

    private synchronized void play(ShownPage.Game game) {
        if (!page.game().equals(Optional.of(game))) {
            return;
        }
        page = new ShownPage(page.events(), page.token(), Optional.empty(), page.turnout());
        Map<String, String> form = new TreeMap<>(Map.of(
                "form_token",
                page.token().orElse(""),
                "round",
                Integer.toString(game.round()),
                "game",
                Integer.toString(game.id())));
        int rest = WEIGHTS_ADD_UP_TO;
        for (int place = 0; place < game.weights().size(); place++) {
            boolean last = place == game.weights().size() - 1;
            int weight = last ? rest : random.nextInt(rest + 1);
            rest -= weight;
            form.put(
                    game.weights().get(place),
                    Rational.of(weight, WEIGHTS_ADD_UP_TO).toString());
        }
        run.screens().plays(game.round());
        long sent = System.nanoTime();
        then("playing round " + game.round(), browser.post(run.play(), form), this::load, answer -> {
            if (answer.accepted()) {
                run.screens().played(game.round(), number, sent);
                run.played(System.nanoTime() - sent);
                load();
            } else {
                stumbled("playing", new IllegalStateException("HTTP " + answer.status()), this::load);
            }
        });
    }

    private <T> void then(String doing, CompletableFuture<T> answer, Runnable again, Consumer<T> next) {
        CompletableFuture<Void> unused = answer.thenAccept(value -> {
                    failuresInARow = 0;
                    if (!end.isDone()) {
                        next.accept(value);
                    }
                })
                .exceptionally(failure -> {
                    stumbled(doing, failure, again);
                    return null;
                });
    }

    private void stumbled(String doing, Throwable failure, Runnable again) {
        if (end.isDone()) {
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        run.failed(identifier + ", " + doing + ": " + cause);
        failuresInARow++;
        if (failuresInARow >= PATIENCE) {
            end.complete(false);
        } else {
            run.later(AFTER_FAILURE, again);
        }
    }
}
