-- A plant from before there was a list of last resort: its first administrator is on it, so that what nobody takes still calls somebody.

UPDATE plants SET fallback_ids = ifnull((
    SELECT json_array(lower(p.id)) FROM people p
    WHERE p.is_active = 1 AND p.kind = 'HUMAN' AND (p.role_everywhere = 'ADMIN' OR EXISTS (
        SELECT 1 FROM json_each(p.memberships) m WHERE upper(m.value ->> 'plantId') = plants.id AND m.value ->> 'role' = 'ADMIN'))
    ORDER BY p.id LIMIT 1), '[]')
WHERE fallback_ids = '[]';
