-- compatible with the releases before it, which delete a letter where this one keeps it.
-- Dead letters that an operator had replayed or discarded are kept: who asked for it and why, and the message, sealed. `message` is what was
-- decided or dropped; `original` what came, where an operator edited it.
ALTER TABLE dead_letter ADD COLUMN original text;

CREATE TABLE settled_letter (
    lane_group text COLLATE "C" NOT NULL,
    lane integer NOT NULL,
    number bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    topic text COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    message_offset bigint NOT NULL,
    message text NOT NULL,
    original text,
    fault jsonb,
    at timestamptz NOT NULL,
    request text NOT NULL CHECK (request IN ('replay', 'discard')),
    requested_by text,
    request_reason text,
    settled_at timestamptz NOT NULL,
    PRIMARY KEY (lane_group, lane, number)
);
CREATE INDEX settled_letter_key ON settled_letter (lane_group, key, number);
CREATE INDEX settled_letter_at ON settled_letter (settled_at);
