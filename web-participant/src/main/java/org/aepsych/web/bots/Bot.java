package org.aepsych.web.bots;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One simulated participant: joins, plays whatever can be played, looks again, until the experiment is over. */
final class Bot {
    /** So many failures in a row and it goes home. */
    private static final int PATIENCE = 5;

    private final BotRun run;
    private final LabClient client;
    private final BotRun.Plan plan;
    private final String identifier;
    private final RandomGenerator random;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private String token = "";
    private int failuresInARow;

    Bot(BotRun run, LabClient client, BotRun.Plan plan, String identifier, RandomGenerator random) {
        this.run = run;
        this.client = client;
        this.plan = plan;
        this.identifier = identifier;
        this.random = random;
    }

    /** Completes with true at the end of the experiment, with false when the bot gave up. */
    CompletableFuture<Boolean> live() {
        join();
        return end;
    }

    // Each step starts the next from its callback, so a long experiment does not pile up futures.

    private void join() {
        then("joining", client.join(identifier), this::join, joined -> {
            token = joined;
            look();
        });
    }

    private void look() {
        then("looking", client.me(token), this::look, view -> {
            if (view.over()) {
                end.complete(true);
            } else if (view.open().isEmpty()) {
                client.later(plan.pause(), this::look);
            } else {
                play(view, view.open().iterator());
            }
        });
    }

    private void play(View view, Iterator<View.OpenGame> games) {
        if (!games.hasNext()) {
            look();
            return;
        }
        View.OpenGame game = games.next();
        long sent = System.nanoTime();
        CompletableFuture<Boolean> play =
                client.play(token, view.round(), game.id(), plan.policy().weights(game.strategies(), random));
        then("playing game " + game.id() + " of round " + view.round(), play, this::look, inTime -> {
            if (inTime) {
                run.played(System.nanoTime() - sent);
                play(view, games);
            } else {
                run.playedTooLate();
                look();
            }
        });
    }

    private <T> void then(String doing, CompletableFuture<T> answer, Runnable again, Consumer<T> next) {
        CompletableFuture<Void> unused = answer.thenAccept(value -> {
                    failuresInARow = 0;
                    next.accept(value);
                })
                .exceptionally(failure -> {
                    stumbled(doing, failure, again);
                    return null;
                });
    }

    private void stumbled(String doing, Throwable failure, Runnable again) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        run.failed(identifier + ", " + doing + ": " + cause);
        failuresInARow++;
        if (failuresInARow >= PATIENCE) {
            end.complete(false);
        } else {
            client.later(plan.pause(), again);
        }
    }
}
