-- compatible with the releases before it, which never look into it.
-- One document a customer's key: the key, wrapped, and which gateway was given what by it.
CREATE TABLE gateway_text_state (
    key text COLLATE "C" PRIMARY KEY,
    lane integer NOT NULL,
    body json COMPRESSION lz4 NOT NULL,
    due timestamptz,
    reference text COLLATE "C"
) WITH (fillfactor = 85);
CREATE INDEX gateway_text_state_due ON gateway_text_state (lane, due) WHERE due IS NOT NULL;
