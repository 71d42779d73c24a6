-- Says which tables and columns are personal: redacted backups leave them out, and erasing a participant empties them.
COMMENT ON COLUMN admin.email IS 'personal: address, lower case';
COMMENT ON COLUMN admin.hash IS 'personal: Argon2id hash of the password';
COMMENT ON TABLE sess IS 'personal: sessions of browsers and programs';
COMMENT ON TABLE smtp IS 'personal: mail server';
COMMENT ON TABLE outbox IS 'personal: effects on the world that are decided but perhaps not done yet, such as mails and bonuses';
COMMENT ON COLUMN experiment.awsaccesskey IS 'personal: never filled: keys belong in the server''s settings; kept from the seed';
COMMENT ON COLUMN experiment.awssecretkey IS 'personal: never filled: keys belong in the server''s settings; kept from the seed';
COMMENT ON COLUMN player.assignmentid IS 'personal: assignment of the recruiting service; kept from the seed, empty if none';
