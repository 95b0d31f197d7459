-- What every service's worker keeps in the service's own schema: lanes, their journal, taken events of outsiders, dead letters.
-- Keys are compared byte by byte (COLLATE "C"): no language's order is asked for, and it costs a fraction.

-- A lane is one partition number of a lane group. Its row is the fence (epoch), the place in the inputs (offsets), the lane's counters,
-- and the watermark: every journal row up to `confirmed` is known to be in Kafka. Updating the row is also the lock that makes the
-- lane single-writer.
CREATE TABLE lane (
    lane_group text COLLATE "C" NOT NULL,
    lane integer NOT NULL CHECK (lane BETWEEN 0 AND 999),
    epoch bigint NOT NULL DEFAULT 0,
    offsets jsonb NOT NULL DEFAULT '{}',
    position bigint NOT NULL DEFAULT 0,
    confirmed bigint NOT NULL DEFAULT 0,
    serial bigint NOT NULL DEFAULT 0,
    taken_at timestamptz,
    PRIMARY KEY (lane_group, lane),
    CHECK (confirmed <= position)
) WITH (fillfactor = 50);

-- The journal is the outbox and the record: a row above the lane's watermark is owed to Kafka, one below it was sent.
CREATE TABLE journal (
    lane_group text COLLATE "C" NOT NULL,
    lane integer NOT NULL,
    position bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    partition integer,
    key text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text,
    sequence bigint,
    at timestamptz NOT NULL,
    trace_parent text,
    -- A forwarded message, which has no type, is sealed whole.
    data bytea NOT NULL,
    PRIMARY KEY (lane_group, lane, position)
);
-- One number, one event; and the way to a complaint's timeline.
CREATE UNIQUE INDEX journal_sequence ON journal (key, sequence) WHERE sequence IS NOT NULL;

-- Events of outsiders that were taken: the same source and id again is an exact duplicate.
CREATE TABLE taken_event (
    lane_group text COLLATE "C" NOT NULL,
    lane integer NOT NULL,
    source text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (lane_group, lane, source, id)
);

-- Messages that could not be decided, and those of the same key that wait behind them. The message itself is sealed.
CREATE TABLE dead_letter (
    lane_group text COLLATE "C" NOT NULL,
    lane integer NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('poison', 'waiting')),
    key text COLLATE "C" NOT NULL,
    topic text COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    message_offset bigint NOT NULL,
    message text NOT NULL,
    fault jsonb,
    at timestamptz NOT NULL,
    -- What an operator asks for; the lane's owner does it.
    request text CHECK (request IN ('replay', 'discard')),
    requested_by text,
    request_reason text,
    PRIMARY KEY (lane_group, lane, number)
);
CREATE INDEX dead_letter_key ON dead_letter (lane_group, key, number);
CREATE INDEX dead_letter_request ON dead_letter (lane_group, lane) WHERE request IS NOT NULL;
