-- One document a line, keyed by the line's token.
CREATE TABLE line_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb COMPRESSION lz4 NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX line_state_due ON line_state (lane, due) WHERE due IS NOT NULL;
