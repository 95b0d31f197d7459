-- One document a complaint, and when it wants to be woken.
CREATE TABLE complaint_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX complaint_state_due ON complaint_state (lane, due) WHERE due IS NOT NULL;
