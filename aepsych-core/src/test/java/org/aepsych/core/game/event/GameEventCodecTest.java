package org.aepsych.core.game.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Correspondence;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.OwnTexts;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.game.definition.PriorHistory;
import org.aepsych.core.game.definition.Prize;
import org.aepsych.core.game.definition.Question;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.ExperimentPaused;
import org.aepsych.core.game.event.GameEvent.ExperimentResumed;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.event.GameEvent.LinkIssued;
import org.aepsych.core.game.event.GameEvent.LinkRedeemed;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.event.GameEvent.NoteSent;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantEnabled;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.ParticipantReleased;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.event.GameEvent.RegistrationSwitched;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Winner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GameEventCodecTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.000001Z");
    private static final ParticipantId SEVEN = new ParticipantId(7);

    private final GameEventCodec codec = new GameEventCodec();

    /** The texts are fixed: logs written today are read for ever. */
    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new GameDefined("[common] 😀\n", definition()),
                        "setup",
                        "{\"config\":\"[common] 😀\\n\",\"definition\":{\"id\":\"e\",\"name\":\"n\",\"schedule\":"
                                + "{\"rounds\":5,\"minutes\":10,\"percent\":100,\"grace_minutes\":0,\"play_rounds\":5,"
                                + "\"start\":\"2026-03-02T08:00:00.000001Z\"},\"admission\":{\"player_max\":0,"
                                + "\"self_registration\":true,\"kept_after_start\":false},\"display\":{"
                                + "\"instructions\":\"\",\"history\":true,\"shuffled\":true,"
                                + "\"relative_rounds\":false},\"prize\":{\"lottery\":\"x\",\"winners\":2},"
                                + "\"payoff\":{\"rule\":\"r\",\"options\":{\"a\":\"1\",\"b\":\"2\"}},\"games\":[{"
                                + "\"id\":1,\"name\":\"g\",\"rows\":1,\"columns\":1,\"payoffs\":\"1/2 -3\"}]}}"),
                Arguments.of(
                        new ParticipantRegistered(SEVEN, true, Integer.MAX_VALUE),
                        "register",
                        "{\"participant\":7,\"self_registered\":true,\"rseed\":2147483647}"),
                Arguments.of(
                        new ExperimentStarted(NOW, false),
                        "start",
                        "{\"start\":\"2026-03-02T08:00:00.000001Z\",\"self_registration\":false}"),
                Arguments.of(
                        new ParticipantJoined(SEVEN, Role.COLUMN, 3),
                        "join",
                        "{\"participant\":7,\"role\":1,\"round\":3}"),
                Arguments.of(
                        new MixturePlayed(2, SEVEN, 1, Mixture.parse("1/3 2/3 0")),
                        "play",
                        "{\"round\":2,\"participant\":7,\"game\":1,\"mixture\":[\"1/3\",\"2/3\",\"0\"]}"),
                Arguments.of(
                        new RoundAdvanced(3, AdvanceReason.PERCENTAGE, NOW),
                        "advance",
                        "{\"round\":3,\"reason\":\"percentage\",\"began\":\"2026-03-02T08:00:00.000001Z\"}"),
                Arguments.of(
                        new RoundSettled(
                                2,
                                new Settlement(
                                        List.of(new GameAverage(
                                                1, List.of(Rational.ONE), List.of(Rational.of(1, 2)), false, 2)),
                                        List.of(new Payoff(SEVEN, 1, Rational.of(-7, 2))))),
                        "settle",
                        "{\"round\":2,\"averages\":[{\"game\":1,\"rows\":[\"1\"],\"columns\":[\"1/2\"],"
                                + "\"skipped\":false,\"plays\":2}],\"payoffs\":[{\"participant\":7,\"game\":1,"
                                + "\"amount\":\"-7/2\"}]}"),
                Arguments.of(
                        new ExperimentFinished(List.of(new Share(SEVEN, new Score(4, 3))), 7),
                        "finish",
                        "{\"shares\":[{\"participant\":7,\"first_ticket\":4,\"tickets\":3}],\"total\":7}"),
                Arguments.of(
                        new LotteryDrawn(Long.MIN_VALUE, 1, List.of(new Winner(SEVEN, 0, 5))),
                        "draw",
                        "{\"generator\":\"glibc-random\",\"seed\":-9223372036854775808,\"wanted\":1,\"winners\":[{"
                                + "\"participant\":7,\"prize\":0,\"ticket\":5}]}"),
                Arguments.of(new ExperimentPaused(NOW), "pause", "{\"at\":\"2026-03-02T08:00:00.000001Z\"}"),
                Arguments.of(new ExperimentResumed(NOW), "resume", "{\"at\":\"2026-03-02T08:00:00.000001Z\"}"),
                Arguments.of(
                        new LinkIssued(SEVEN, "ab", NOW),
                        "link",
                        "{\"participant\":7,\"hash\":\"ab\",\"expires\":\"2026-03-02T08:00:00.000001Z\"}"),
                Arguments.of(new LinkRedeemed(SEVEN, "ab"), "redeem", "{\"participant\":7,\"hash\":\"ab\"}"),
                Arguments.of(
                        new ExperimentWiped(List.of(new ExperimentWiped.Retained(SEVEN, 5))),
                        "wipe",
                        "{\"retained\":[{\"participant\":7,\"rseed\":5}]}"),
                Arguments.of(new RegistrationSwitched(true), "admit", "{\"open\":true}"),
                Arguments.of(
                        new QuestionAnswered(SEVEN, 4, List.of("1/2", ""), false),
                        "answer",
                        "{\"participant\":7,\"question\":4,\"given\":[\"1/2\",\"\"],\"right\":false}"),
                Arguments.of(
                        new GameDefined("", full()),
                        "setup",
                        "{\"config\":\"\",\"definition\":{\"schedule\":"
                                + "{\"rounds\":5,\"minutes\":10,\"percent\":100,\"grace_minutes\":0,\"play_rounds\":5},"
                                + "\"admission\":{\"player_max\":0,"
                                + "\"self_registration\":true,\"kept_after_start\":false},\"display\":{"
                                + "\"instructions\":\"\",\"history\":true,\"shuffled\":true,"
                                + "\"relative_rounds\":false},\"prize\":{\"lottery\":\"x\",\"winners\":2},"
                                + "\"payoff\":{\"rule\":\"r\",\"options\":{}},\"games\":[{"
                                + "\"id\":1,\"name\":\"g\",\"rows\":1,\"columns\":1,\"payoffs\":\"1/2 -3\"}],"
                                + "\"instructions_kind\":\"lottery\",\"questionnaire\":{\"own\":[{\"text\":\"q\","
                                + "\"answer\":\"a\"}]},\"consent\":\"May we?\",\"prior\":[[{\"game\":1,\"rows\":[\"1\"],\"columns\":[\"1/2\"],"
                                + "\"skipped\":false,\"plays\":0}]],\"texts\":{\"fr\":{\"name\":\"N\","
                                + "\"instructions\":\"I\",\"lottery\":\"\",\"consent\":\"C\"}},\"correspondence\":{\"mail_rounds\":true,"
                                + "\"contact\":\"a@b.example\",\"log_in\":\"https://lab.example/\",\"language\":\"fr\"}}}"),
                Arguments.of(new ParticipantReleased(SEVEN), "release", "{\"participant\":7}"),
                Arguments.of(
                        new NoteSent(2, List.of(SEVEN, new ParticipantId(8)), "line\n\"😀\""),
                        "note",
                        "{\"number\":2,\"to\":[7,8],\"text\":\"line\\n\\\"😀\\\"\"}"),
                Arguments.of(new NoteDismissed(SEVEN, 2), "dismiss", "{\"participant\":7,\"number\":2}"),
                Arguments.of(new ParticipantEnabled(SEVEN), "enable", "{\"participant\":7}"),
                Arguments.of(new ParticipantDisabled(SEVEN), "disable", "{\"participant\":7}"));
    }

    private static GameDefinition definition() {
        return new GameDefinition(
                Optional.of(new ExperimentId("e")),
                Optional.of("n"),
                Optional.empty(),
                new Schedule(5, 10, 100, 0, 5, Optional.of(NOW)),
                new Admission(0, true, false),
                new Display("", true, true, false),
                new Prize("x", 2),
                new PayoffChoice("r", new TreeMap<>(Map.of("b", "2", "a", "1"))),
                List.of(new Game(1, "g", 1, 1, Game.parsePayoffs("1/2 -3"))));
    }

    private static GameDefinition full() {
        return new GameDefinition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Schedule(5, 10, 100, 0, 5, Optional.empty()),
                new Admission(0, true, false),
                new Display(InstructionKind.LOTTERY, "", true, true, false),
                new Prize("x", 2),
                PayoffChoice.of("r"),
                List.of(new Game(1, "g", 1, 1, Game.parsePayoffs("1/2 -3"))),
                new Questionnaire(true, List.of(new Question("q", "a")), "May we?"),
                new PriorHistory(List.of(
                        List.of(new GameAverage(1, List.of(Rational.ONE), List.of(Rational.of(1, 2)), false, 0)))),
                new Correspondence(
                        Optional.of("a@b.example"), true, Optional.of(URI.create("https://lab.example/")), "fr"),
                Silence.NONE,
                new TreeMap<>(),
                new OwnTexts(new TreeMap<>(Map.of("fr", new OwnTexts.Translation("N", "I", "", "C")))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesAndReadsEachEvent(GameEvent event, String type, String contents) {
        NewEvent written = codec.encode(NOW, Optional.of("{}"), event);

        assertThat(written).isEqualTo(new NewEvent(NOW, type, 1, contents, Optional.of("{}")));
        assertThat(codec.decode(new RecordedEvent(1, written, ""))).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enable | 1 | {}",
                "enable | 1 | {\"participant\":\"7\"}",
                "enable | 1 | {\"participant\":0}",
                "enable | 1 | {\"participant\":7.5}",
                "enable | 1 | {\"participant\":",
                "enable | 2 | {\"participant\":7}",
                "vanish | 1 | {\"participant\":7}",
                "join | 1 | {\"participant\":7,\"role\":-1,\"round\":0}",
                "advance | 1 | {\"round\":1,\"reason\":\"whim\",\"began\":\"2026-03-02T08:00:00Z\"}",
                "advance | 1 | {\"round\":1,\"reason\":\"hand\",\"began\":\"today\"}",
                "play | 1 | {\"round\":0,\"participant\":7,\"game\":1,\"mixture\":[\"1/2\"]}",
                "play | 1 | {\"round\":0,\"participant\":7,\"game\":1,\"mixture\":[\"2/2\"]}",
                "play | 1 | {\"round\":0,\"participant\":7,\"game\":1,\"mixture\":\"1\"}",
                "draw | 1 | {\"generator\":\"dice\",\"seed\":1,\"wanted\":0,\"winners\":[]}"
            })
    void refusesWhatItCannotHaveWritten(String type, int version, String contents) {
        RecordedEvent recorded = new RecordedEvent(4, new NewEvent(NOW, type, version, contents, Optional.empty()), "");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> codec.decode(recorded))
                .withMessageContaining("message 4 (" + type + ")")
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.LOG_TAMPERED));
    }
}
