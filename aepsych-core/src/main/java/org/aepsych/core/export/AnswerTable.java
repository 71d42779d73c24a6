package org.aepsych.core.export;

import java.util.List;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;

/** What participants answered to the questionnaire of a game experiment. */
final class AnswerTable {
    private AnswerTable() {}

    static ExportTable of(ExportSource source, OpenedStream stream) {
        return new ExportTable(
                "answers",
                "one row for each field of each answer to a question of the questionnaire, wrong ones included, in order",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        new ExportColumn(
                                "question",
                                ColumnType.WHOLE,
                                "number of the question, from 0; where there is a consent, it is question 0"),
                        new ExportColumn("sequence", ColumnType.WHOLE, "number of the event of the answer"),
                        new ExportColumn("field", ColumnType.WHOLE, "field of the question, from 0"),
                        new ExportColumn(
                                "given",
                                ColumnType.TEXT,
                                "what was entered into the field; of a consent, yes, and the language in which it was read"),
                        new ExportColumn("right", ColumnType.FLAG, "whether all of the answer was right"),
                        new ExportColumn("time", ColumnType.TIME, "when it was answered, UTC"),
                        new ExportColumn(
                                "time_ms", ColumnType.WHOLE, "the same in milliseconds since 1970-01-01T00:00Z")),
                reader -> source.gameEvents(stream, (recorded, event) -> {
                    if (event instanceof QuestionAnswered answer) {
                        for (int field = 0; field < answer.given().size(); field++) {
                            reader.accept(new Object[] {
                                stream.header().experimentId().value(),
                                stream.id().value(),
                                answer.participant().value(),
                                (long) answer.question(),
                                recorded.sequence(),
                                (long) field,
                                answer.given().get(field),
                                answer.right(),
                                recorded.timestamp(),
                                recorded.timestamp().toEpochMilli()
                            });
                        }
                    }
                }));
    }
}
