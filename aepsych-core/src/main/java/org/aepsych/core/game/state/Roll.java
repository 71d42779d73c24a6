package org.aepsych.core.game.state;

import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.pcollections.TreePMap;

/**
 * Numbers and invitations that were given out.
 *
 * @param last the highest number that a participant ever had; none is given twice, not even after a wipe
 * @param links those that can still be used, by the hash of their secret
 */
record Roll(long last, TreePMap<String, OpenLink> links) {
    static final Roll EMPTY = new Roll(0, TreePMap.empty());

    Roll with(ParticipantId participant) {
        return participant.value() > last ? new Roll(participant.value(), links) : this;
    }

    Roll with(String hash, OpenLink link) {
        return new Roll(last, links.plus(hash, link));
    }

    Roll without(String hash) {
        return new Roll(last, links.minus(hash));
    }

    Roll withoutLinks() {
        return new Roll(last, TreePMap.empty());
    }

    ParticipantId next() {
        return new ParticipantId(last + 1);
    }

    Optional<OpenLink> link(String hash) {
        return Optional.ofNullable(links.get(hash));
    }
}
