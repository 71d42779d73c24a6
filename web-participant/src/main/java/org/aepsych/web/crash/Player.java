package org.aepsych.web.crash;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.core.player.PlayerRandom;
import org.aepsych.web.bots.LabClient;
import org.aepsych.web.bots.View;

/** A participant of one game after the other who goes on whatever happens to the server. */
final class Player implements Runnable {
    private static final long PAUSE_MILLIS = 40;

    private final CrashLoad load;
    private final int number;
    private int attempts;

    Player(CrashLoad load, int number) {
        this.load = load;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            for (String experiment : load.plan().experiments()) {
                play(experiment, load.client(experiment));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(String experiment, LabClient client) throws InterruptedException {
        Optional<String> token = Optional.empty();
        while (token.isEmpty()) {
            // Whether the last attempt was recorded is not known, and its identifier may be taken.
            attempts++;
            String identifier = "player-" + number + "-" + attempts;
            token = answer(() -> client.join(identifier));
        }
        load.hasJoined(experiment);
        String me = token.get();
        boolean over = false;
        while (!over) {
            Optional<View> view = answer(() -> client.me(me));
            over = view.map(View::over).orElse(false);
            List<PlayerSituation> open = view.map(View::open).orElse(List.of());
            if (open.isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            for (PlayerSituation game : open) {
                play(experiment, client, me, view.orElseThrow(), game);
            }
        }
    }

    private void play(String experiment, LabClient client, String token, View view, PlayerSituation situation)
            throws InterruptedException {
        int game = situation.game().id();
        RandomGenerator random = PlayerRandom.at(load.plan().seed(), number, view.round(), game);
        List<String> weights = load.plan().policies().of(situation.role()).play(situation, random).weights().stream()
                .map(Rational::toString)
                .collect(Collectors.toList());
        PlayKey key = new PlayKey(experiment, view.participant(), view.round(), game);
        Optional<Boolean> inTime = answer(() -> {
            load.plays().sent(key, String.join(" ", weights));
            return client.play(token, view.round(), game, weights);
        });
        if (inTime.orElse(false)) {
            load.plays().acknowledged(key);
        }
    }

    private <T> Optional<T> answer(Supplier<CompletableFuture<T>> request) throws InterruptedException {
        return load.gate().pass(() -> {
            try {
                return Optional.of(request.get().join());
            } catch (CompletionException e) {
                load.failed();
                Thread.sleep(PAUSE_MILLIS);
                return Optional.empty();
            }
        });
    }
}
