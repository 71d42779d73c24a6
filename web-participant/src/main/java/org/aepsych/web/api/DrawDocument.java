package org.aepsych.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.view.PublishedDraw;
import org.jspecify.annotations.Nullable;

/**
 * A lottery as it is published, with everything that is needed to draw it again.
 *
 * @param experiment its id
 * @param generator the algorithm that turns the seed into tickets
 * @param method {@code seed}, {@code committed} or {@code elsewhere}
 * @param commitment SHA-256 of the secret; null if there is none
 * @param secret null before the draw, and if there is none
 * @param words what participants added, by participant; empty before the draw
 * @param seed as text, since not every program reads 64 bits; null before the draw
 * @param wanted how many winners were asked for
 * @param total all tickets
 * @param shares who has which tickets
 * @param winners in the order of drawing
 */
public record DrawDocument(
        String experiment,
        String generator,
        String method,
        @Nullable String commitment,
        @Nullable String secret,
        Map<Long, String> words,
        @Nullable String seed,
        int wanted,
        long total,
        List<Share> shares,
        List<Winner> winners) {
    private static final String GENERATOR = "glibc-random";

    /** Copies the collections. */
    public DrawDocument {
        words = new TreeMap<>(words);
        shares = List.copyOf(shares);
        winners = List.copyOf(winners);
    }

    /**
     * Who has which tickets.
     *
     * @param participant who
     * @param firstTicket number of the first
     * @param tickets how many
     */
    public record Share(long participant, long firstTicket, long tickets) {}

    /**
     * A winning ticket.
     *
     * @param participant whose
     * @param prize 0-based place in the order of drawing
     * @param ticket its number
     */
    public record Winner(long participant, int prize, long ticket) {}

    static DrawDocument of(PublishedDraw draw) {
        return new DrawDocument(
                draw.experiment().value(),
                GENERATOR,
                draw.method().key(),
                draw.commitment().orElse(null),
                draw.secret().orElse(null),
                draw.words().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue)),
                draw.seed().map(String::valueOf).orElse(null),
                draw.wanted(),
                draw.total(),
                draw.shares().stream()
                        .map(share -> new Share(
                                share.participant().value(),
                                share.score().firstTicket(),
                                share.score().tickets()))
                        .toList(),
                draw.winners().stream()
                        .map(winner -> new Winner(winner.participant().value(), winner.prize(), winner.ticket()))
                        .toList());
    }

    /**
     * Reads what was published.
     *
     * @return the draw
     * @throws IllegalArgumentException if it is none
     */
    public PublishedDraw draw() {
        TreeMap<ParticipantId, String> said = new TreeMap<>();
        words.forEach((participant, text) -> said.put(new ParticipantId(participant), text));
        return new PublishedDraw(
                new ExperimentId(experiment),
                DrawMethod.ofKey(method),
                Optional.ofNullable(commitment),
                Optional.ofNullable(secret),
                said,
                Optional.ofNullable(seed).map(Long::valueOf),
                wanted,
                total,
                shares.stream()
                        .map(share -> new org.aepsych.core.game.lottery.Share(
                                new ParticipantId(share.participant()),
                                new Score(share.firstTicket(), share.tickets())))
                        .toList(),
                winners.stream()
                        .map(winner -> new org.aepsych.core.game.lottery.Winner(
                                new ParticipantId(winner.participant()), winner.prize(), winner.ticket()))
                        .toList());
    }
}
