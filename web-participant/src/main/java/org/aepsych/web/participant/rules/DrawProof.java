package org.aepsych.web.participant.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.web.language.Texts;

/**
 * How anybody can see that the winners were not picked by hand.
 *
 * @param explanation where the draw comes from, in a sentence
 * @param facts what was published, each with its name
 * @param command what draws again; empty before the draw
 * @param document where everything is published
 */
public record DrawProof(String explanation, List<Fact> facts, Optional<String> command, String document) {
    /** Copies the list. */
    public DrawProof {
        facts = List.copyOf(facts);
    }

    /**
     * Something published.
     *
     * @param name what it is
     * @param value to the letter
     */
    public record Fact(String name, String value) {}

    static DrawProof of(PublishedDraw draw, String document, Texts texts) {
        List<Fact> facts = new ArrayList<>();
        draw.commitment().ifPresent(hash -> facts.add(new Fact(texts.of("draw.hash"), hash)));
        draw.secret().ifPresent(secret -> facts.add(new Fact(texts.of("draw.secret"), secret)));
        draw.seed().ifPresent(seed -> facts.add(new Fact(texts.of("draw.seed"), seed.toString())));
        if (!draw.words().isEmpty()) {
            facts.add(new Fact(
                    texts.of("draw.words"), String.join(" · ", draw.words().values())));
        }
        boolean drawn = draw.seed().isPresent();
        return new DrawProof(
                texts.of(explanation(draw.method(), drawn)),
                facts,
                drawn ? Optional.of(command(draw, document)) : Optional.empty(),
                document);
    }

    private static String explanation(DrawMethod method, boolean drawn) {
        return switch (method) {
            case COMMITTED -> drawn ? "draw.bound.drawn" : "draw.bound";
            case SEED -> drawn ? "draw.seeded.drawn" : "draw.seeded";
            case ELSEWHERE -> "draw.elsewhere";
        };
    }

    private static String command(PublishedDraw draw, String document) {
        return "./aepsych verify-draw " + document
                + draw.commitment().map(hash -> " --commitment " + hash).orElse("");
    }
}
