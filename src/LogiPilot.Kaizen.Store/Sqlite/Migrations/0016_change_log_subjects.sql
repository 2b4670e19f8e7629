-- Who changed a thing last is asked of the change log, which is never emptied.

CREATE INDEX change_log_by_subject ON change_log (subject_id, room, sequence);
