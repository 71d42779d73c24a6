package org.aepsych.core.gamelab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.imports.ImportReport;
import org.aepsych.core.imports.ReadDatabase;

/** An experiment of gamelab, ready to be stored. */
record ImportedGame(
        GameProtocol protocol, GamelabRun run, GamelabSums sums, Optional<Long> drawSeed, ImportReport report)
        implements ReadDatabase {
    @Override
    public List<ExperimentId> store(Storage storage, Optional<ExperimentId> name) {
        ExperimentId id = name.orElseGet(this::made);
        GamelabLog.Told told = GamelabLog.tell(protocol, run, sums, id, drawSeed);
        StreamHeader header = new StreamHeader(
                Protocol.GAME,
                id,
                Optional.of("Imported from gamelab"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            var unused = storage.streams().open(header, told.events(), told.persons(), told.rows());
        } catch (AepsychException e) {
            if (e.code() == StandardError.EXPERIMENT_EXISTS) {
                throw new AepsychException(
                        StandardError.EXPERIMENT_EXISTS,
                        "there is an experiment \"" + id + "\" already"
                                + (name.isEmpty()
                                        ? ": this file was imported before; --as NAME imports it again under another name"
                                        : "; choose another name with --as NAME"),
                        e);
            }
            throw e;
        }
        return List.of(id);
    }

    /** The same file gets the same id, so that it is not imported twice by accident. */
    private ExperimentId made() {
        String contents = run.parameters() + " " + run.games() + " " + run.players() + " " + run.choices();
        String digits = UUID.nameUUIDFromBytes(contents.getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ExperimentId("gamelab-" + digits.substring(0, 8));
    }
}
