package org.aepsych.web.admin.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.web.admin.head.Figure;

/** Says how a lottery is drawn, and shows what anybody needs to draw it again. */
final class LotteryCards {
    private LotteryCards() {}

    static MonitorPage.LotteryCard of(PublishedDraw draw, String document) {
        boolean drawn = draw.seed().isPresent() || !draw.winners().isEmpty();
        List<Figure> facts = new ArrayList<>();
        draw.commitment().ifPresent(hash -> facts.add(new Figure("Commitment, published at the start", hash)));
        draw.secret().ifPresent(secret -> facts.add(new Figure("Secret, published with the draw", secret)));
        draw.seed().ifPresent(seed -> facts.add(new Figure("Seed", seed.toString())));
        if (drawn) {
            facts.add(new Figure(
                    "Words of participants", Integer.toString(draw.words().size())));
            facts.add(new Figure("Tickets of all", Long.toString(draw.total())));
        }
        return new MonitorPage.LotteryCard(
                explanation(draw, drawn),
                facts,
                drawn ? Optional.of(draw.problem().orElse("")) : Optional.empty(),
                drawn
                        ? "./aepsych verify-draw " + document
                                + draw.commitment()
                                        .map(hash -> " --commitment " + hash)
                                        .orElse("")
                        : "",
                document);
    }

    private static String explanation(PublishedDraw draw, boolean drawn) {
        return switch (draw.method()) {
            case COMMITTED -> {
                if (draw.commitment().isEmpty()) {
                    yield "When the experiment starts, the draw is bound to a secret, and its hash is published.";
                }
                yield drawn
                        ? "The draw was bound to a secret before the first round. The seed is the secret's, mixed with the "
                                + "words that participants added; nobody could choose it."
                        : "The draw is bound to a secret. Its hash is public: participants see it under How it works. "
                                + "The draw uses it and the words that participants add, and no seed that anybody enters.";
            }
            case SEED ->
                drawn
                        ? "The seed was entered at the draw. Everybody who has it draws the same tickets."
                        : "The seed is entered at the draw. With lottery_draw = committed, nobody could choose it.";
            case ELSEWHERE -> "The winners were drawn by another program, which did not keep its seed.";
        };
    }
}
