package org.aepsych.web.participant.rules;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.web.instructions.Instructions;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.participant.gate.Visit;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.Paragraphs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What participants read of the rules and of the lottery, and the words that they add to its draw. */
final class InstructionsHandler {
    private static final int OK = 200;
    private static final String ADDED = "added";
    private static final String REFUSED = "refused";
    private static final Logger LOG = LoggerFactory.getLogger(InstructionsHandler.class);

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final DrawProofs proofs;
    private final Pages pages;

    @Inject
    InstructionsHandler(
            GameExperiments games,
            GameParticipation participation,
            ParticipantGate gate,
            FormTokens forms,
            DrawProofs proofs,
            Pages pages) {
        this.games = games;
        this.participation = participation;
        this.gate = gate;
        this.forms = forms;
        this.proofs = proofs;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            Texts texts = Languages.texts(exchange);
            String language = texts.language().tag();
            ParticipantView view = participation.participantView(visit.experiment(), visit.participant(), language);
            ParticipantFrame frames =
                    ParticipantFrame.of(exchange, visit, forms).with(view.notes());
            GameDefinition definition = games.definition(visit.experiment()).in(language);
            boolean builtIn = definition.display().kind().builtIn();
            InstructionsPage page = new InstructionsPage(
                    frames.frame(texts.of("nav.instructions"), ParticipantFrame.Tab.INSTRUCTIONS),
                    Instructions.of(definition, texts),
                    builtIn ? List.of() : facts(view, texts),
                    Paragraphs.of(definition.questionnaire().consent()),
                    proofs.of(exchange, visit, texts),
                    words(exchange, visit, definition));
            pages.send(exchange, OK, "participant/instructions", page);
        });
    }

    /** Takes words that the lottery will be drawn with. */
    void addWords(Context context) {
        gate.change(context, (exchange, visit) -> {
            String notice;
            try {
                participation.addWords(visit.experiment(), visit.participant(), Inputs.text(exchange, "words"));
                notice = ADDED;
            } catch (AepsychException e) {
                LOG.debug("words of {} are not taken: {}", visit.participant(), e.getMessage());
                notice = REFUSED;
            }
            exchange.redirect(
                    ParticipantFrame.of(exchange, visit, forms).instructionsAddress() + "?notice=" + notice + "#draw",
                    HttpStatus.SEE_OTHER);
        });
    }

    /** Words can be added to a draw that is bound to a secret, until the last round is over. */
    private Optional<InstructionsPage.Words> words(Context context, Visit visit, GameDefinition definition) {
        boolean open = games.summary(visit.experiment()).phase() == GamePhase.STARTED
                && definition.prize().draw() == DrawMethod.COMMITTED;
        ParticipantFrame frames = ParticipantFrame.of(context, visit, forms);
        Texts texts = frames.texts();
        Optional<String> notice = switch (Inputs.query(context, "notice")) {
            case ADDED -> Optional.of(texts.of("draw.words.added"));
            case REFUSED -> Optional.of(texts.of("draw.words.refused", Commitment.LONGEST_WORDS));
            default -> Optional.empty();
        };
        return open
                ? Optional.of(new InstructionsPage.Words(
                        frames.wordsAddress(), frames.token(), Commitment.LONGEST_WORDS, notice))
                : Optional.empty();
    }

    private static List<String> facts(ParticipantView view, Texts texts) {
        List<String> facts = new ArrayList<>();
        int rounds = Math.min(view.playRounds(), view.clock().rounds());
        facts.add(rounds == 1 ? texts.of("facts.rounds.one") : texts.of("facts.rounds.many", rounds));
        facts.add(texts.of("facts.row"));
        facts.add(texts.of("facts.earn"));
        facts.add(texts.of("facts.all"));
        if (!view.lottery().isEmpty()) {
            facts.add(texts.of("facts.lottery", view.lottery()));
        }
        return List.copyOf(facts);
    }
}
