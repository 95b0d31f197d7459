-- One document a risk, a province with a class of problem, or a burst: what counts, and what was said of it.
CREATE TABLE risk_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body jsonb COMPRESSION lz4 NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX risk_state_due ON risk_state (lane, due) WHERE due IS NOT NULL;

-- Under which calendars, clocks and signs the lane's timers were last set; where they have changed, they are set anew.
ALTER TABLE lane ADD COLUMN revision text COLLATE "C";
