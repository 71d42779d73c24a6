package org.aepsych.storage.jdbc;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.storage.jdbc.sql.PersonRows;

/** The personal columns of {@code player}. */
final class JdbcPersonStore implements PersonStore {
    private final Database database;
    private final JdbcTableStore tables;

    JdbcPersonStore(Database database, JdbcTableStore tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public Optional<Person> find(StreamId stream, String identifier) {
        return database.read(handle -> PersonRows.find(handle, stream, identifier));
    }

    @Override
    public Optional<Person> find(StreamId stream, ParticipantId id) {
        return database.read(handle -> PersonRows.find(handle, stream, id));
    }

    @Override
    public List<Person> list(StreamId stream) {
        return database.read(handle -> PersonRows.list(handle, stream));
    }

    @Override
    public void setPasswordHash(StreamId stream, ParticipantId id, String passwordHash) {
        boolean known = database.write(handle -> PersonRows.setHash(handle, stream, id, passwordHash));
        if (!known) {
            throw new AepsychException(
                    StandardError.PARTICIPANT_NOT_FOUND,
                    "Participant " + id + " of stream " + stream + " has no personal record.");
        }
    }

    @Override
    public void setLanguage(StreamId stream, ParticipantId id, String language) {
        database.change(handle -> PersonRows.setLanguage(handle, stream, id, language));
    }

    @Override
    public boolean erase(StreamId stream, ParticipantId id) {
        Erasure erasure = new Erasure(tables.tables());
        return database.write(handle -> erasure.erase(handle, stream, id));
    }
}
