-- An alert's identity is (complaint, clock, cycle, threshold), which is its id: it fires once, ever.
CREATE UNIQUE INDEX journal_alert ON journal (id) WHERE topic = 'redress.alerts';
