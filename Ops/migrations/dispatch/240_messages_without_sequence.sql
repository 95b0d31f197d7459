-- compatible with the releases before it: nobody reads these numbers.
-- A message to the dispatch of another complaint has no sequence: it is known by its id. Releases before this one numbered it among the events
-- of the other complaint's key, whose own first event was then refused. What they left is freed of the number.
UPDATE journal SET sequence = NULL WHERE topic = 'redress.work-order-commands' AND sequence IS NOT NULL;
