-- Who may do what in the console, with which invitations and tokens, and what was done there.

-- member: what administrators may do; an administrator without a row is an owner
CREATE TABLE member (
    adminid INTEGER PRIMARY KEY, -- administrator: admin.id
    role TEXT NOT NULL, -- viewer, operator, editor or owner; each may do what those before it may
    totp TEXT, -- personal: secret of the authenticator that log-ins ask for, base32; NULL if none is asked for
    created INTEGER NOT NULL, -- when the role was given first; microseconds since 1970-01-01T00:00:00Z
    FOREIGN KEY (adminid) REFERENCES admin (id) ON DELETE CASCADE
) STRICT;

-- pass: personal: invitations, and tokens of programs
CREATE TABLE pass (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- number of the pass
    kind TEXT NOT NULL, -- what it is for: invitation or api
    hash TEXT NOT NULL, -- SHA-256 of the random token, 64 hexadecimal digits; the token itself is not kept
    name TEXT NOT NULL, -- what it is called; of an invitation the address of who is invited
    role TEXT NOT NULL, -- what it allows: viewer, operator, editor or owner
    adminid INTEGER NOT NULL, -- administrator who made it: admin.id
    created INTEGER NOT NULL, -- when it was made; microseconds since 1970-01-01T00:00:00Z
    expires INTEGER NOT NULL, -- when it ends; microseconds since 1970-01-01T00:00:00Z
    used INTEGER, -- when it was used last; microseconds since 1970-01-01T00:00:00Z; NULL if never
    UNIQUE (hash),
    FOREIGN KEY (adminid) REFERENCES admin (id) ON DELETE CASCADE
) STRICT;

-- audit: personal: what was done in the console and by programs with a token; rows are only ever added
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- number of the entry, ascending in time
    at INTEGER NOT NULL, -- when it was done; microseconds since 1970-01-01T00:00:00Z
    actor TEXT NOT NULL, -- who did it: address of an administrator, with the name of the token if a program did it
    action TEXT NOT NULL, -- what was done
    subject TEXT NOT NULL, -- to what: an experiment, a participant, an account; empty if to the server as a whole
    detail TEXT NOT NULL, -- further circumstances; empty if there are none
    origin TEXT NOT NULL -- from which network address; empty if not known
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);
