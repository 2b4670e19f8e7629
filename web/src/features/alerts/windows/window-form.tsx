import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import {
  addDays,
  alertKinds,
  Check,
  dayOf,
  Field,
  FormDialog,
  Group,
  instantOf,
  KindChecks,
  Select,
  TimeInput,
  type WeekDay,
  wallOf,
  weekDays,
} from '../../../shared/ui';
import { PlaceSelect } from '../place-select';
import { type MaintenanceWindow, useSaveWindow, windowPeopleQuery } from './windows';

type Props = { plantId: string; timeZone: string; window: MaintenanceWindow | undefined; onLeave: () => void };

/** Safety always passes. */
const heldKinds = alertKinds.filter((kind) => kind !== 'SAFETY');

/** Planned work: where, when, until when and why. */
export function WindowForm({ plantId, timeZone, window, onLeave }: Props) {
  const { t } = useText();
  const now = useNow();
  const [today] = useState(dayOf(now, timeZone));
  const people = useQuery(windowPeopleQuery(plantId));
  const saving = useSaveWindow(plantId, onLeave);
  const [said, setSaid] = useState({
    placeId: window?.place?.id ?? '',
    kinds: window?.kinds ?? [],
    isWeekly: window ? window.weekly !== null : true,
    days: (window?.weekly?.days ?? []) as WeekDay[],
    starts: window?.weekly?.starts.slice(0, 5) ?? '',
    minutes: String(window?.weekly?.minutes ?? 60),
    from: window?.from ? wallOf(Date.parse(window.from), timeZone) : `${today}T08:00`,
    to: window?.to ? wallOf(Date.parse(window.to), timeZone) : `${today}T12:00`,
    until: window?.until ?? addDays(today, 90),
    reason: window?.reason ?? '',
    ownerId: window?.owner?.id ?? '',
  });
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const send = () =>
    saving.mutate({
      ...(window && { windowId: window.id, expectedVersion: window.version }),
      placeId: said.placeId || null,
      kinds: said.kinds.length > 0 ? said.kinds : null,
      ...(said.isWeekly
        ? { weekly: { days: said.days, starts: said.starts, minutes: Number(said.minutes) }, until: said.until }
        : {
            from: new Date(instantOf(said.from, timeZone)).toISOString(),
            to: new Date(instantOf(said.to, timeZone)).toISOString(),
          }),
      reason: said.reason,
      ownerId: said.ownerId || null,
    });
  return (
    <FormDialog
      title={t(window ? 'admin.windows.changeWindow' : 'admin.windows.newWindow')}
      submit={t('admin.save')}
      error={saving.error}
      busy={saving.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <p className="muted">{t('admin.windows.means')}</p>
      <div className="row">
        <PlaceSelect
          plantId={plantId}
          everywhere={t('admin.wholePlant')}
          value={said.placeId}
          onChange={(placeId) => set({ placeId })}
        />
        <Field name="ownerId" label={t('admin.windows.owner')}>
          {(control) => (
            <Select
              {...control}
              value={said.ownerId}
              empty={t('admin.windows.me')}
              mayBeEmpty
              options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(ownerId) => set({ ownerId })}
            />
          )}
        </Field>
      </div>
      <Group name="weekly" label={t('admin.windows.when')}>
        <div className="segments">
          {[true, false].map((isWeekly) => (
            <label key={String(isWeekly)}>
              <input
                type="radio"
                name="weekly"
                checked={said.isWeekly === isWeekly}
                onChange={() => set({ isWeekly })}
              />
              <span>{t(isWeekly ? 'admin.windows.weekly' : 'admin.windows.once')}</span>
            </label>
          ))}
        </div>
        {said.isWeekly && (
          <div className="days">
            {weekDays.map((day) => (
              <Check
                key={day}
                className="check day"
                label={
                  <>
                    <span aria-hidden="true">{t(`admin.shortDay.${day}`)}</span>
                    <span className="sr">{t(`admin.day.${day}`)}</span>
                  </>
                }
                checked={said.days.includes(day)}
                onChange={(on) =>
                  set({ days: weekDays.filter((each) => (each === day ? on : said.days.includes(each))) })
                }
              />
            ))}
          </div>
        )}
      </Group>
      {said.isWeekly ? (
        <div className="row">
          <Field name="weekly.starts" label={t('admin.calendar.starts')}>
            {(control) => (
              <TimeInput {...control} required value={said.starts} onChange={(starts) => set({ starts })} />
            )}
          </Field>
          <Field name="weekly.minutes" label={t('admin.windows.minutes')}>
            {(control) => (
              <input
                {...control}
                type="number"
                min="1"
                max="1440"
                required
                value={said.minutes}
                onChange={(event) => set({ minutes: event.target.value })}
              />
            )}
          </Field>
          <Field name="until" label={t('admin.windows.until')}>
            {(control) => (
              <input
                {...control}
                type="date"
                required
                value={said.until}
                onChange={(event) => set({ until: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : (
        <div className="row">
          {(['from', 'to'] as const).map((end) => (
            <Field
              key={end}
              name={end === 'to' ? 'endsAt' : 'startsAt'}
              label={t(end === 'from' ? 'admin.calendar.starts' : 'admin.calendar.ends')}
            >
              {(control) => (
                <input
                  {...control}
                  type="datetime-local"
                  required
                  value={said[end]}
                  onChange={(event) => set({ [end]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <Field name="reason" label={t('admin.windows.reason')}>
        {(control) => (
          <input
            {...control}
            required
            value={said.reason}
            placeholder={t('admin.windows.reasonExample')}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
      <KindChecks of={heldKinds} chosen={said.kinds} onChange={(kinds) => set({ kinds })} />
    </FormDialog>
  );
}
