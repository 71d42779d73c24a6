-- The tables and columns of the seed documents under their names, with what this program adds.
-- "-- NAME: TEXT" above a table and the comment behind a column are read by documentation and tests.

-- master: one row for each stream: a participant's session of an adaptive experiment, or a game experiment as a whole
CREATE TABLE master (
    unique_id INTEGER PRIMARY KEY AUTOINCREMENT, -- the stream; ascending in the order of opening
    experiment_name TEXT, -- name from the definition; NULL if none was given
    experiment_description TEXT, -- what the experiment is about, from the definition; NULL if none was given
    experiment_id TEXT NOT NULL, -- public name of the experiment; adaptive sessions may share one, game experiments may not
    participant_id TEXT, -- whose session it is; NULL if not given, and for game experiments
    extra_metadata TEXT, -- JSON object of further metadata; NULL if none was given
    protocol TEXT NOT NULL, -- kind of experiment: adaptive or game
    created TEXT, -- time of the first event; UTC, text YYYY-MM-DD HH:MM:SS.ffffff; NULL if the stream was opened without events
    CHECK (protocol IN ('adaptive', 'game'))
) STRICT;
CREATE UNIQUE INDEX master_game ON master (experiment_id) WHERE protocol = 'game';
CREATE INDEX master_experiment ON master (experiment_id);

-- replay_data: the log: one row for each event; rows are only ever added
CREATE TABLE replay_data (
    unique_id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    timestamp TEXT NOT NULL, -- when it happened; UTC, text YYYY-MM-DD HH:MM:SS.ffffff
    message_type TEXT NOT NULL, -- type of event, such as setup, ask, tell, play
    message_contents TEXT NOT NULL, -- the event: JSON text, to the character
    extra_info TEXT, -- JSON text that the client sent along; NULL if none
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    sequence INTEGER NOT NULL, -- number of the event within its stream, from 1, without gaps
    version INTEGER NOT NULL, -- version of the shape of message_contents, from 1
    hash TEXT NOT NULL, -- SHA-256 over the previous hash and this row, 64 hexadecimal digits
    UNIQUE (master_table_id, sequence),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- strat_data: snapshots of streams: a cache that may be deleted at any time
CREATE TABLE strat_data (
    unique_id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    timestamp TEXT NOT NULL, -- when the snapshot was taken; UTC, text YYYY-MM-DD HH:MM:SS.ffffff
    strat BLOB NOT NULL, -- the state, encoded by the program
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    sequence INTEGER NOT NULL, -- last event that the state includes: replay_data.sequence
    version INTEGER NOT NULL, -- version of the state's classes
    sha256 TEXT NOT NULL, -- SHA-256 of strat, 64 hexadecimal digits
    UNIQUE (master_table_id, sequence),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- config_data: configuration history
CREATE TABLE config_data (
    unique_id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    timestamp TEXT NOT NULL, -- when the configuration was received; UTC, text YYYY-MM-DD HH:MM:SS.ffffff
    config TEXT NOT NULL, -- the text as uploaded, to the character
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    sequence INTEGER NOT NULL, -- event that brought it: replay_data.sequence
    UNIQUE (master_table_id, sequence),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- raw_data: one row for each trial of an adaptive session
CREATE TABLE raw_data (
    unique_id INTEGER PRIMARY KEY, -- number of the trial in this database
    timestamp TEXT NOT NULL, -- when the outcome was received; UTC, text YYYY-MM-DD HH:MM:SS.ffffff
    model_data INTEGER NOT NULL CHECK (model_data IN (0, 1)), -- whether the model was given the trial: 1 yes, 0 no
    extra_data TEXT NOT NULL, -- JSON object of what the client sent along; {} if nothing
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    sequence INTEGER NOT NULL, -- event that brought it: replay_data.sequence
    trial_index INTEGER NOT NULL, -- number of the trial within that event, from 0
    UNIQUE (master_table_id, sequence, trial_index),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- param_data: one row for each parameter and stimulus of a trial
CREATE TABLE param_data (
    unique_id INTEGER PRIMARY KEY, -- number of the row in this database; ascending in the order of the request
    param_name TEXT NOT NULL, -- parameter; with several stimuli followed by _stimuli and the number of the stimulus from 0
    param_value TEXT NOT NULL, -- value as text; unit as the experiment defines it
    iteration_id INTEGER NOT NULL, -- trial: raw_data.unique_id
    FOREIGN KEY (iteration_id) REFERENCES raw_data (unique_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX param_data_iteration ON param_data (iteration_id);

-- outcome_data: one row for each outcome of a trial
CREATE TABLE outcome_data (
    unique_id INTEGER PRIMARY KEY, -- number of the row in this database; ascending in the order of the request
    outcome_name TEXT NOT NULL, -- outcome; the word outcome if the experiment has only one
    outcome_value ANY, -- value; unit as the experiment defines it; NULL if it is not a number
    iteration_id INTEGER NOT NULL, -- trial: raw_data.unique_id
    FOREIGN KEY (iteration_id) REFERENCES raw_data (unique_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX outcome_data_iteration ON outcome_data (iteration_id);

-- experiment: one row for each game experiment
CREATE TABLE experiment (
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    autoadd INTEGER NOT NULL CHECK (autoadd IN (0, 1)), -- whether participants may register themselves: 1 yes, 0 no
    autoaddpreserve INTEGER NOT NULL DEFAULT 0 CHECK (autoaddpreserve IN (0, 1)), -- whether autoadd outlives the start; kept from the seed, always 0
    awsaccesskey TEXT NOT NULL DEFAULT '', -- never filled: keys belong in the server's settings; kept from the seed
    awsconvert REAL NOT NULL DEFAULT 0, -- currency for each ticket paid to recruited workers; kept from the seed, 0 if unused
    awsdesc TEXT NOT NULL DEFAULT '', -- description shown to recruited workers; kept from the seed, empty if unused
    awserror TEXT NOT NULL DEFAULT '', -- last error of the recruiting service; kept from the seed, empty if none
    awskeys TEXT NOT NULL DEFAULT '', -- keywords for recruiting, separated by commas; kept from the seed, empty if unused
    awslocale TEXT NOT NULL DEFAULT '', -- country code asked of recruited workers; kept from the seed, empty if unused
    awsname TEXT NOT NULL DEFAULT '', -- title shown to recruited workers; kept from the seed, empty if unused
    awsreward REAL NOT NULL DEFAULT 0, -- base reward of recruited workers in currency; kept from the seed, 0 if unused
    awssandbox INTEGER NOT NULL DEFAULT 0 CHECK (awssandbox IN (0, 1)), -- whether the recruiting service's sandbox is used; kept from the seed, 0 if unused
    awssecretkey TEXT NOT NULL DEFAULT '', -- never filled: keys belong in the server's settings; kept from the seed
    awswhitappr INTEGER NOT NULL DEFAULT 0, -- least number of approved tasks of a recruited worker; kept from the seed, 0 if unused
    awsworkers INTEGER NOT NULL DEFAULT 0, -- number of workers to recruit; kept from the seed, 0 if unused
    awswpctappr INTEGER NOT NULL DEFAULT 0, -- least percentage of approved tasks of a recruited worker; kept from the seed, 0 if unused
    flags INTEGER NOT NULL, -- bits: 1 history hidden, 2 games and rows not shuffled, 4 rounds counted from the participant's first
    history TEXT NOT NULL DEFAULT '', -- JSON of rounds shown as if played before the first; kept from the seed, empty if none
    hitid TEXT NOT NULL DEFAULT '', -- task id of the recruiting service; kept from the seed, empty if none
    instr TEXT NOT NULL, -- instructions shown to participants
    loginuri TEXT NOT NULL DEFAULT '', -- address for logging in; kept from the seed, empty if unused
    lottery TEXT NOT NULL, -- prize for people to read; empty if there is no lottery
    minutes INTEGER NOT NULL, -- longest duration of a round; minutes, from 1
    playermax INTEGER NOT NULL, -- most participants in each role; 0 for no limit
    prounds INTEGER NOT NULL, -- rounds that each participant may play, from 1
    questionnaire INTEGER NOT NULL CHECK (questionnaire IN (0, 1)), -- whether questions must be answered before joining: 1 yes, 0 no
    round INTEGER NOT NULL, -- current round from 0; -1 before the first; equal to rounds after the last
    roundbegan INTEGER, -- when the current round began; microseconds since 1970-01-01T00:00:00Z; NULL before the first round
    roundmin INTEGER NOT NULL, -- grace time before roundpct counts; minutes
    roundpct REAL NOT NULL, -- share of players of each role who end a round early by playing; 0 to 1, 0 if only time ends it
    roundpid INTEGER NOT NULL DEFAULT 0, -- process that advances rounds; kept from the seed, always 0
    rounds INTEGER NOT NULL, -- number of rounds, from 1
    start INTEGER, -- when the first round begins; microseconds since 1970-01-01T00:00:00Z; NULL before the experiment was started
    state INTEGER NOT NULL, -- 0 new, 1 started, 2 over, 3 winners drawn
    total INTEGER NOT NULL, -- lottery tickets of all participants: sum of player.finalscore; 0 before the end
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- game: payoff bimatrices of a game experiment
CREATE TABLE game (
    id INTEGER NOT NULL, -- number of the game within its experiment, from 1
    name TEXT NOT NULL, -- name shown to administrators
    p1 INTEGER NOT NULL, -- number of strategies of the row player
    p2 INTEGER NOT NULL, -- number of strategies of the column player
    payoffs TEXT NOT NULL, -- cells row by row, each the row player's then the column player's payoff; rational numbers separated by blanks
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    PRIMARY KEY (master_table_id, id),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- player: participants: who they are, and where they stand in the game
CREATE TABLE player (
    answer INTEGER, -- number of questions answered; NULL until the participant is part of the log
    assignmentid TEXT NOT NULL DEFAULT '', -- assignment of the recruiting service; kept from the seed, empty if none
    autoadd INTEGER CHECK (autoadd IN (0, 1)), -- whether the participant registered themselves: 1 yes, 0 no; NULL until the participant is part of the log
    email TEXT, -- personal: address or self-chosen name, unique within the stream; NULL if there is none or it was erased
    enabled INTEGER CHECK (enabled IN (0, 1)), -- whether the participant may log in: 1 yes, 0 no; NULL until the participant is part of the log
    finalrank INTEGER, -- first lottery ticket, from 0; undefined before the end; NULL until the participant is part of the log
    finalscore INTEGER, -- number of lottery tickets; undefined before the end; NULL until the participant is part of the log
    hash TEXT, -- personal: Argon2id hash of the password; NULL if there is none or it was erased
    hitid TEXT NOT NULL DEFAULT '', -- task id of the recruiting service; kept from the seed, empty if none
    id INTEGER NOT NULL, -- pseudonymous number of the participant within the stream, from 1
    instr INTEGER NOT NULL DEFAULT 1 CHECK (instr IN (0, 1)), -- whether instructions are shown after logging in; kept from the seed, 1 if unused
    joined INTEGER, -- first round that can be played, from 0; -1 if not joined; NULL until the participant is part of the log
    mturkdone INTEGER NOT NULL DEFAULT 0 CHECK (mturkdone IN (0, 1)), -- whether a recruited worker said to be done; kept from the seed, 0 if unused
    role INTEGER, -- 0 row player, 1 column player; undefined before joining; NULL until the participant is part of the log
    rseed INTEGER, -- seed for shuffling games and strategies on the screen; NULL until the participant is part of the log
    state INTEGER NOT NULL DEFAULT 0, -- 0 new, 1 password mailed, 2 has logged in, 3 mail failed; kept from the seed, 0 if unused
    version INTEGER, -- number of changes to the participant; NULL until the participant is part of the log
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    created INTEGER, -- personal: when email and hash were recorded; microseconds since 1970-01-01T00:00:00Z; NULL if there are none or they were erased
    PRIMARY KEY (master_table_id, id),
    UNIQUE (master_table_id, email),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- choice: a participant's mixture over the strategies of one game in one round
CREATE TABLE choice (
    created INTEGER NOT NULL, -- when it was played; microseconds since 1970-01-01T00:00:00Z
    gameid INTEGER NOT NULL, -- game: game.id of the same stream
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    round INTEGER NOT NULL, -- round, from 0
    sessid INTEGER, -- session that played: sess.id; kept from the seed, NULL as the log says which device played
    strats TEXT NOT NULL, -- mixture: rational numbers separated by blanks, from the top row or the left column
    stratsz INTEGER NOT NULL, -- number of entries of strats
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, round, playerid, gameid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- gameplay: how many games a participant has played in a round
CREATE TABLE gameplay (
    choices INTEGER NOT NULL, -- number of games played in the round
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    round INTEGER NOT NULL, -- round, from 0
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, round, playerid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- past: average mixtures of a finished round, over those who played every game of the round
CREATE TABLE past (
    currentsp1 TEXT NOT NULL, -- average mixture of row players; rational numbers separated by blanks; zeros if nobody played every game
    currentsp2 TEXT NOT NULL, -- average mixture of column players; rational numbers separated by blanks; zeros if nobody played every game
    gameid INTEGER NOT NULL, -- game: game.id of the same stream
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    plays INTEGER NOT NULL, -- participants of both roles who played every game of the round
    round INTEGER NOT NULL, -- round, from 0
    roundcount INTEGER NOT NULL, -- rounds up to this one that were not skipped
    skip INTEGER NOT NULL CHECK (skip IN (0, 1)), -- whether a role had nobody who played every game: 1 yes, 0 no
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, round, gameid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- payoff: what a participant earned in one game of a finished round, against the average of the other role
CREATE TABLE payoff (
    gameid INTEGER NOT NULL, -- game: game.id of the same stream
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    payoff TEXT NOT NULL, -- amount: rational number
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    round INTEGER NOT NULL, -- round, from 0
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, round, playerid, gameid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- lottery: what a participant has earned up to a finished round
CREATE TABLE lottery (
    aggrpayoff TEXT NOT NULL, -- sum of payoffs up to this round: rational number
    aggrtickets INTEGER NOT NULL, -- aggrpayoff rounded up to whole lottery tickets
    curpayoff TEXT NOT NULL, -- sum of payoffs of this round: rational number; 0 if the participant missed a game
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    round INTEGER NOT NULL, -- round, from 0
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, round, playerid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- winner: the draw: one row for each participant in it; no rows before
CREATE TABLE winner (
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    rnum INTEGER NOT NULL, -- winning ticket; 0 and undefined unless winner is 1
    winner INTEGER NOT NULL CHECK (winner IN (0, 1)), -- whether the participant won: 1 yes, 0 no
    winrank INTEGER NOT NULL, -- number of the draw, from 0; 0 and undefined unless winner is 1
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, playerid),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- questionnaire: attempts at the questions before joining
CREATE TABLE questionnaire (
    first INTEGER NOT NULL, -- when the question was first attempted; microseconds since 1970-01-01T00:00:00Z
    id INTEGER PRIMARY KEY, -- number of the row in this database; gaps mean nothing
    playerid INTEGER NOT NULL, -- participant: player.id of the same stream
    rank INTEGER NOT NULL, -- number of the question, from 0
    tries INTEGER NOT NULL, -- number of attempts
    master_table_id INTEGER NOT NULL, -- stream that the row belongs to: master.unique_id
    UNIQUE (master_table_id, playerid, rank),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;

-- admin: administrators
CREATE TABLE admin (
    email TEXT NOT NULL, -- address, lower case
    hash TEXT NOT NULL, -- Argon2id hash of the password
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- number of the administrator
    isset INTEGER NOT NULL DEFAULT 3, -- bits: 1 email is set, 2 hash is set; 3 for every administrator
    UNIQUE (email)
) STRICT;

-- sess: sessions of browsers and programs
CREATE TABLE sess (
    cookie TEXT NOT NULL, -- SHA-256 of the random token, 64 hexadecimal digits; the token itself is not kept
    created INTEGER NOT NULL, -- when the session began; microseconds since 1970-01-01T00:00:00Z
    id INTEGER PRIMARY KEY, -- number of the session
    playerid INTEGER, -- participant: player.id of the same stream; NULL if it is not a participant's
    useragent TEXT NOT NULL, -- what the browser says it is; empty if nothing
    master_table_id INTEGER, -- participant's experiment: master.unique_id; NULL if it is not a participant's
    adminid INTEGER, -- administrator: admin.id; NULL if it is not an administrator's
    expires INTEGER NOT NULL, -- when the session ends; microseconds since 1970-01-01T00:00:00Z
    UNIQUE (cookie),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id),
    FOREIGN KEY (adminid) REFERENCES admin (id)
) STRICT;
CREATE INDEX sess_expires ON sess (expires);

-- smtp: mail server
CREATE TABLE smtp (
    email TEXT NOT NULL DEFAULT '', -- sender of mails; empty if not set
    id INTEGER PRIMARY KEY, -- number of the row
    isset INTEGER NOT NULL DEFAULT 0 CHECK (isset IN (0, 1)), -- whether the entries have been set: 1 yes, 0 no
    pass TEXT NOT NULL DEFAULT '', -- never filled: the password belongs in the server's settings; kept from the seed
    server TEXT NOT NULL DEFAULT '', -- address as smtp://server:port; empty if not set
    "user" TEXT NOT NULL DEFAULT '' -- user name at the mail server; empty if none
) STRICT;

-- outbox: effects on the world that are decided but perhaps not done yet, such as mails and bonuses
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- number of the effect
    master_table_id INTEGER, -- stream that decided it: master.unique_id; NULL if the server did
    kind TEXT NOT NULL, -- what is to be done, such as mail
    dedupkey TEXT NOT NULL, -- the same effect has the same key, so that it is not done twice
    contents TEXT NOT NULL, -- what it needs: JSON text
    created INTEGER NOT NULL, -- when it was decided; microseconds since 1970-01-01T00:00:00Z
    due INTEGER NOT NULL, -- not to be done earlier; microseconds since 1970-01-01T00:00:00Z
    attempts INTEGER NOT NULL DEFAULT 0, -- number of attempts so far
    error TEXT, -- why the last attempt failed; NULL if it did not
    done INTEGER, -- when it was done; microseconds since 1970-01-01T00:00:00Z; NULL until then
    UNIQUE (dedupkey),
    FOREIGN KEY (master_table_id) REFERENCES master (unique_id)
) STRICT;
CREATE INDEX outbox_due ON outbox (due) WHERE done IS NULL;

-- config: configuration history under the seed's name: the rows of config_data
CREATE VIEW config AS SELECT unique_id, timestamp, config, master_table_id, sequence FROM config_data;
