package org.aepsych.core.adaptive.imports;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.aepsych.AepsychDatabase;
import org.aepsych.core.aepsych.RecordedDatabase;
import org.aepsych.core.aepsych.RecordedSession;
import org.aepsych.core.imports.ImportHints;
import org.aepsych.core.imports.ImportReport;
import org.aepsych.core.imports.Importer;
import org.aepsych.core.imports.ReadDatabase;

/**
 * Takes over sessions that AEPsych's own server recorded: each becomes a log with the original messages and times, and can
 * be listed, exported, replayed and learnt from like one that took place here.
 */
public final class AepsychImporter implements Importer {
    private final AdaptiveProtocol protocol;
    private final ZoneId zone;

    /**
     * An importer of files from this machine's time zone.
     *
     * @param protocol what the messages mean
     */
    @Inject
    public AepsychImporter(AdaptiveProtocol protocol) {
        this(protocol, ZoneId.systemDefault());
    }

    /**
     * An importer.
     *
     * @param protocol what the messages mean
     * @param zone whose wall clock the other server looked at
     */
    public AepsychImporter(AdaptiveProtocol protocol, ZoneId zone) {
        this.protocol = protocol;
        this.zone = zone;
    }

    @Override
    public String program() {
        return SessionImport.PROGRAM;
    }

    @Override
    public boolean recognises(ForeignDatabase database) {
        return AepsychDatabase.recognises(database);
    }

    @Override
    public ReadDatabase read(ForeignDatabase database, ImportHints hints) {
        RecordedDatabase recorded = AepsychDatabase.read(database, zone);
        List<String> notes = new ArrayList<>(recorded.problems());
        List<SessionImport> sessions = new ArrayList<>();
        for (RecordedSession session : recorded.sessions()) {
            SessionImport.of(protocol, session, notes).ifPresent(sessions::add);
        }
        int messages = sessions.stream().mapToInt(SessionImport::messages).sum();
        int trials = sessions.stream().mapToInt(SessionImport::trials).sum();
        notes.add("its times are taken as local times of " + zone + "; run the import with another TZ if they are not");
        String summary =
                "AEPsych, " + sessions.size() + " of " + recorded.sessions().size() + " sessions with " + messages
                        + " messages and " + trials + " trials can be taken over";
        return new ImportedSessions(sessions, new ImportReport(summary, List.of(), List.of(), notes));
    }
}
