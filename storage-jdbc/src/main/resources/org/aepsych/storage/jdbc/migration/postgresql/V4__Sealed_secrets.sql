-- Says that the secrets of authenticators are sealed; the server seals those of before when it starts.
COMMENT ON COLUMN member.totp IS 'personal: secret of the authenticator that log-ins ask for, sealed with the laboratory''s key; NULL if none is asked for';
