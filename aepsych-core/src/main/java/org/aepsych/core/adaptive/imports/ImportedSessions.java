package org.aepsych.core.adaptive.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.imports.ImportReport;
import org.aepsych.core.imports.ReadDatabase;

/** Sessions of another program, ready to be stored; what was stored before is left alone. */
record ImportedSessions(List<SessionImport> sessions, ImportReport report) implements ReadDatabase {
    ImportedSessions {
        sessions = List.copyOf(sessions);
    }

    @Override
    public List<ExperimentId> store(Storage storage, Optional<ExperimentId> name) {
        List<SessionImport.Sealed> sealed =
                sessions.stream().map(session -> session.sealed(name)).toList();
        List<OpenedStream> present = storage.streams().list();
        List<SessionImport.Sealed> missing = sealed.stream()
                .filter(session -> present.stream().noneMatch(stream -> isSame(storage, stream, session)))
                .toList();
        if (missing.isEmpty() && !sealed.isEmpty()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "everything in this file was imported before, as "
                            + sealed.get(0).header().experimentId() + "; nothing is stored twice");
        }
        List<ExperimentId> stored = new ArrayList<>();
        for (SessionImport.Sealed session : missing) {
            storage.streams().open(session.header(), session.events(), session.rows());
            stored.add(session.header().experimentId());
        }
        return stored;
    }

    /** Two sessions that begin with the same event, time and all, are one. */
    private static boolean isSame(Storage storage, OpenedStream stream, SessionImport.Sealed session) {
        if (stream.header().protocol() != Protocol.ADAPTIVE
                || !stream.header().equals(session.header())
                || storage.events().last(stream.id()) < 1) {
            return false;
        }
        RecordedEvent first = storage.events().read(stream.id(), 0).get(0);
        return first.hash().equals(session.events().get(0).hash());
    }
}
