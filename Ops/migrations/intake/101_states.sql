-- One document a line, keyed by the line's token.
CREATE TABLE line_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX line_state_due ON line_state (lane, due) WHERE due IS NOT NULL;

-- Which complaints are archived, written by the lanes of the complaints and looked up by the lanes of the lines.
CREATE TABLE complaint_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX complaint_state_due ON complaint_state (lane, due) WHERE due IS NOT NULL;
CREATE INDEX complaint_state_reference ON complaint_state (reference) WHERE reference IS NOT NULL;
