-- One document a complaint, and when it wants to be woken. A reference is a key of another lane group of the service, whose lanes look the
-- row up by it and never write it.
CREATE TABLE complaint_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb COMPRESSION lz4 NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX complaint_state_due ON complaint_state (lane, due) WHERE due IS NOT NULL;
CREATE INDEX complaint_state_reference ON complaint_state (reference) WHERE reference IS NOT NULL;
