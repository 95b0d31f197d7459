-- compatible with the releases before it, which put letters aside without saying who sent them.
-- The CloudEvents source and type of a dead letter, where they can be read: people choose letters by them. Neither is personal.
ALTER TABLE dead_letter ADD COLUMN source text;
ALTER TABLE dead_letter ADD COLUMN type text;
