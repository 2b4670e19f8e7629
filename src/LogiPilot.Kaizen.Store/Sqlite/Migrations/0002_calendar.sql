-- When a plant and its areas work, the teams with their rotation, and who is away. The shifts of a plant become its calendar:
-- every day of the week, without pauses; a plant without shifts works around the clock and has none.

CREATE TABLE calendars (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    area_id TEXT,
    shifts TEXT NOT NULL,
    closings TEXT NOT NULL,
    special_days TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX calendars_place ON calendars (plant_id, ifnull(area_id, ''));

CREATE TABLE teams (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    area_ids TEXT NOT NULL,
    member_ids TEXT NOT NULL,
    rotation_starts TEXT NOT NULL,
    rotation TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX teams_code ON teams (plant_id, code);

CREATE TABLE absences (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    replaced_by_id TEXT,
    version INTEGER NOT NULL
) STRICT;

INSERT INTO calendars (id, plant_id, area_id, shifts, closings, special_days, version)
SELECT p.id, p.id, NULL, (
    SELECT json_group_array(json_object(
        'code', s.value ->> 'code',
        'name', s.value ->> 'name',
        'starts', s.value ->> 'starts',
        'ends', s.value ->> 'ends',
        'days', json('["SUNDAY","MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY"]'),
        'breaks', json('[]')))
    FROM json_each(p.shifts) s), '[]', '[]', 1
FROM plants p
WHERE json_array_length(p.shifts) > 0;

ALTER TABLE plants DROP COLUMN shifts;
