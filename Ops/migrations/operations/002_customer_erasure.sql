-- Customers who were erased at a request: the line by its token, by whom, and why. Noted before it is done; append-only.
CREATE TABLE customer_erasure (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor text COLLATE "C" NOT NULL CHECK (btrim(actor) <> ''),
    login text COLLATE "C" NOT NULL DEFAULT session_user,
    line text COLLATE "C" NOT NULL,
    complaints integer NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> '')
);
CREATE INDEX customer_erasure_line ON customer_erasure (line, number);
