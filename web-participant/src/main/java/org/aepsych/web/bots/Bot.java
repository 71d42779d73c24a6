package org.aepsych.web.bots;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.core.player.PlayerRandom;

/** One simulated participant: joins, plays whatever can be played, looks again, until the experiment is over. */
final class Bot {
    /** So many failures in a row and it goes home. */
    private static final int PATIENCE = 5;

    private final Figures figures;
    private final LabClient client;
    private final BotRun.Plan plan;
    private final String identifier;
    private final int number;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private String token = "";
    private int failuresInARow;

    Bot(Figures figures, LabClient client, BotRun.Plan plan, String identifier, int number) {
        this.figures = figures;
        this.client = client;
        this.plan = plan;
        this.identifier = identifier;
        this.number = number;
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

    private void play(View view, Iterator<PlayerSituation> games) {
        if (!games.hasNext()) {
            look();
            return;
        }
        PlayerSituation situation = games.next();
        int game = situation.game().id();
        RandomGenerator random = PlayerRandom.at(plan.seed(), number, view.round(), game);
        List<String> weights = plan.policies().of(situation.role()).play(situation, random).weights().stream()
                .map(Rational::toString)
                .toList();
        long sent = System.nanoTime();
        CompletableFuture<Boolean> play = client.play(token, view.round(), game, weights);
        then("playing game " + game + " of round " + view.round(), play, this::look, inTime -> {
            if (inTime) {
                figures.played(System.nanoTime() - sent);
                play(view, games);
            } else {
                figures.playedTooLate();
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
        figures.failed(identifier + ", " + doing + ": " + cause);
        failuresInARow++;
        if (failuresInARow >= PATIENCE) {
            end.complete(false);
        } else {
            client.later(plan.pause(), again);
        }
    }
}
