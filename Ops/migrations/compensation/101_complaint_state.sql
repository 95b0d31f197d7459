-- One document a complaint, and when it wants to be woken.
CREATE TABLE complaint_state (
    key text PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb NOT NULL,
    due timestamptz,
    reference text
);
CREATE INDEX complaint_state_due ON complaint_state (lane, due) WHERE due IS NOT NULL;
