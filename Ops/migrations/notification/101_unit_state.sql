-- One document a unit: what waits for its next digest.
CREATE TABLE unit_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb COMPRESSION lz4 NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX unit_state_due ON unit_state (lane, due) WHERE due IS NOT NULL;
