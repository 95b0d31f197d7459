-- compatible with the releases before it, which never call it.
-- Takes a lane as a worker does, and leaves in its journal the tombstones of customers' keys for the lane's owner to send. It is all that the
-- role of retention may do to lanes and journals besides erasing: it can put no fact there.
CREATE FUNCTION leave_tombstones(the_group text, the_lane integer, keys text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    last bigint;
BEGIN
    UPDATE lane SET epoch = epoch + 1, taken_at = now(), position = position + cardinality(keys)
        WHERE lane_group = the_group AND lane = the_lane RETURNING position INTO STRICT last;
    INSERT INTO journal (lane_group, lane, position, topic, key, id, type, at, data)
        SELECT the_group, the_lane, last - cardinality(keys) + k.place, 'redress.customer-keys', k.key, k.key || '/erased',
            'redress.customer-key.erased.v1', now(), ''
        FROM unnest(keys) WITH ORDINALITY AS k(key, place);
    RETURN last;
END $$;
REVOKE EXECUTE ON FUNCTION leave_tombstones(text, integer, text[]) FROM PUBLIC;
