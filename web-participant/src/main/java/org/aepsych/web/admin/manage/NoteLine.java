package org.aepsych.web.admin.manage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.web.view.Ago;

/**
 * What was written to participants, in a list.
 *
 * @param sent when, in words
 * @param to to whom, in words
 * @param text what it says
 * @param read how many have put it away, in words
 */
public record NoteLine(String sent, String to, String text, String read) {
    /** Everything that was written, latest first. */
    static List<NoteLine> all(GameAdminView view) {
        return lines(view, Optional.empty());
    }

    /** What was written to one participant, latest first. */
    static List<NoteLine> to(ParticipantId participant, GameAdminView view) {
        return lines(view, Optional.of(participant));
    }

    private static List<NoteLine> lines(GameAdminView view, Optional<ParticipantId> reader) {
        Map<ParticipantId, String> names = new HashMap<>();
        view.participants().forEach(one -> one.identifier().ifPresent(identifier -> names.put(one.id(), identifier)));
        Instant now = view.summary().clock().now();
        return view.notes().stream()
                .filter(note -> reader.map(note.to()::contains).orElse(true))
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .map(note -> new NoteLine(Ago.shown(note.at(), now), to(note, names), note.text(), read(note, reader)))
                .toList();
    }

    private static String to(SentNote note, Map<ParticipantId, String> names) {
        return note.to().size() == 1
                ? names.getOrDefault(note.to().get(0), "(erased)")
                : note.to().size() + " participants";
    }

    private static String read(SentNote note, Optional<ParticipantId> reader) {
        if (reader.isPresent() || note.to().size() == 1) {
            ParticipantId one = reader.orElseGet(() -> note.to().get(0));
            return note.dismissed().contains(one) ? "put away" : "not put away yet";
        }
        return "put away by " + note.dismissed().size() + " of " + note.to().size();
    }
}
