-- What experimenters write to participants while an experiment runs, who left before its end, and who reads which language.

-- note: what the experimenter wrote to participants; one row for each note and participant
CREATE TABLE note (
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    number INTEGER NOT NULL, -- number of the note, from 1
    playerid INTEGER NOT NULL, -- to whom: player.id of the same stream
    sent INTEGER NOT NULL, -- when it was sent; microseconds since 1970-01-01T00:00:00Z
    text TEXT NOT NULL, -- what it says
    dismissed INTEGER, -- when the participant put it away; microseconds since 1970-01-01T00:00:00Z; NULL if not yet
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, number, playerid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

ALTER TABLE player ADD COLUMN released INTEGER; -- round in which the participant left for good, from 0, or -1 before the first; NULL if not

ALTER TABLE player ADD COLUMN language TEXT; -- personal: language in which the participant reads, such as fr; NULL if that is not known

-- presence: personal: when participants were last heard of; only kept where several servers share the database
CREATE TABLE presence (
    master_table_id INTEGER NOT NULL, -- stream that the participant belongs to: master.unique_id
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    seen INTEGER NOT NULL, -- when the participant was last heard of, by whichever server; microseconds since 1970-01-01T00:00:00Z
    PRIMARY KEY (master_table_id, playerid)
) STRICT;
CREATE INDEX presence_seen ON presence (seen);

ALTER TABLE master ADD COLUMN projection INTEGER NOT NULL DEFAULT 0; -- version of the rules by which the result rows of the stream were made; those of an older one are made again at the next start
UPDATE master SET projection = 1 WHERE protocol <> 'game';

-- experiment.autoaddpreserve: whether autoadd outlives the start: 1 yes, 0 no
-- experiment.history: JSON of rounds shown as if played before the first; empty if none
-- experiment.loginuri: address that mails name for logging in, from the start on; empty for that of the server
-- player.instr: whether instructions are shown after logging in; always 1, as whoever switches them off is remembered by their browser
-- player.state: 0 has been shown no way in, 1 has a link, 2 has come in by it, registered, answered or played; never 3 (mail failed), which the outbox knows
