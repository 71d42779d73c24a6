package org.aepsych.web.main.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.definition.DefinitionReader;
import org.aepsych.core.game.simulation.VirtualExperiment;
import org.aepsych.core.game.simulation.VirtualLog;
import org.aepsych.core.plugin.Extensions;

/**
 * A database as large as one wants, with experiments as they are: games of 200 participants, of which every fourth is
 * still being played. They are alike but for their names, since what they say does not matter to a storage.
 *
 * @param messages how many messages, at least
 */
record GeneratedData(long messages) {
    private static final int PARTICIPANTS = 200;
    private static final int ROUNDS = 120;
    private static final int MINUTES = 600;
    private static final int STILL_PLAYED = 4;
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final String SECRET = "0".repeat(64);

    /**
     * Fills a storage.
     *
     * @param storage an empty one
     * @param extensions have the payoff rules
     * @param now when the experiments that are still played were last played
     * @param progress told how many messages there are
     * @return how many experiments were written
     */
    int fill(Storage storage, Extensions extensions, Instant now, LongConsumer progress) {
        VirtualLog over = play(extensions, ROUNDS, now);
        VirtualLog running = play(extensions, ROUNDS * 3 / 4, now);
        long written = 0;
        int experiments = 0;
        while (written < messages) {
            experiments++;
            VirtualLog log = experiments % STILL_PLAYED == 0 ? running : over;
            String id = String.format(Locale.ROOT, "generated-%d", experiments);
            StreamId stream = log.store(storage, new ExperimentId(id), "Generated experiment " + experiments);
            written += storage.events().last(stream);
            progress.accept(Math.min(written, messages));
        }
        return experiments;
    }

    private static VirtualLog play(Extensions extensions, int rounds, Instant end) {
        String text = new BenchGames(ROUNDS, MINUTES, 100).text();
        Instant now = end.minus(ROUND.multipliedBy(rounds));
        VirtualLog log = VirtualLog.kept(new GameProtocol(extensions));
        VirtualExperiment experiment = new VirtualExperiment(
                text, DefinitionReader.read(ExperimentFile.parse(text), extensions), extensions, log, now);
        List<ParticipantId> participants = new ArrayList<>();
        for (int number = 1; number <= PARTICIPANTS; number++) {
            participants.add(experiment.register("participant " + number, number, now));
        }
        experiment.start(SECRET, now);
        for (int round = 0; round < rounds; round++) {
            now = now.plus(ROUND);
            for (int number = 1; number <= PARTICIPANTS; number++) {
                for (int game = 1; game <= 2; game++) {
                    Rational first = Rational.of((number * 7L + round * 3L + game) % 11, 10);
                    Mixture mixture = new Mixture(List.of(first, Rational.ONE.minus(first)));
                    experiment.play(participants.get(number - 1), round, game, mixture, now);
                }
            }
            experiment.tick(now);
        }
        return log;
    }
}
