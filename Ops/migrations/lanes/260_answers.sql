-- compatible with the releases before it: what they do not write is empty, and of an event that they took any content counts as equal.
-- What an event has to do with others (CloudEvents' extension "Correlation"): the flow it belongs to, and the event that caused it.
ALTER TABLE journal ADD COLUMN correlation_id text, ADD COLUMN causation_id text;

-- The same source and id is the same event only among those of one key, whose events are always in one lane; and only with the same content,
-- which a keyed digest of its type and data tells.
ALTER TABLE taken_event ADD COLUMN key text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN digest bytea;
ALTER TABLE taken_event DROP CONSTRAINT taken_event_pkey, ADD PRIMARY KEY (lane_group, lane, source, id, key);
