import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Check, Field, FormDialog, Icon, Unsaved, weekDays } from '../../../shared/ui';
import { type CalendarFacts, type Closing, type Shift, type SpecialDay, useSaveCalendar } from './calendar';
import { ShiftFields } from './shift-fields';

type Standing = {
  plantId: string;
  areaId: string | null;
  /** Undefined: the plant has no calendar yet. */
  version: number | undefined;
  facts: CalendarFacts;
  onLeave: () => void;
};
type Props = Standing & { index: number };

/** Puts one thing of a list in its place: at the end when it is new, out when it is gone. */
const put = <Thing,>(list: Thing[], index: number, thing: Thing | undefined): Thing[] =>
  index === list.length
    ? thing === undefined
      ? list
      : [...list, thing]
    : list.flatMap((each, at) => (at === index ? (thing === undefined ? [] : [thing]) : [each]));

const isChanged = <Thing,>(before: Thing, now: Thing) => JSON.stringify(before) !== JSON.stringify(now);

const emptyShift = (): Shift => ({ code: '', name: '', starts: '', ends: '', days: weekDays.slice(0, 5), breaks: [] });

export function ShiftForm({ index, facts, ...standing }: Props) {
  const { t } = useText();
  const old = facts.shifts[index];
  const [begin] = useState(old ?? emptyShift());
  const [shift, setShift] = useState(begin);
  const saving = useSaveCalendar(standing.plantId, standing.areaId, standing.version, standing.onLeave);
  return (
    <>
      <Unsaved when={isChanged(begin, shift) && !saving.isPending} />
      <FormDialog
        title={t(old ? 'admin.calendar.changeShift' : 'admin.calendar.newShift')}
        submit={t('admin.save')}
        error={saving.error}
        busy={saving.isPending}
        onSend={() => saving.mutate({ ...facts, shifts: put(facts.shifts, index, shift) })}
        onLeave={standing.onLeave}
        more={
          old && <Remove onPress={() => saving.mutate({ ...facts, shifts: put(facts.shifts, index, undefined) })} />
        }
      >
        <ShiftFields shift={shift} at={`shifts.${index}`} onChange={setShift} />
      </FormDialog>
    </>
  );
}

export function ClosingForm({ index, facts, today, ...standing }: Props & { today: string }) {
  const { t } = useText();
  const old = facts.closings[index];
  const [begin] = useState<Closing>(old ?? { from: today, to: today, name: '', everyYear: false });
  const [closing, setClosing] = useState(begin);
  const set = (part: Partial<Closing>) => setClosing((before) => ({ ...before, ...part }));
  const saving = useSaveCalendar(standing.plantId, standing.areaId, standing.version, standing.onLeave);
  return (
    <>
      <Unsaved when={isChanged(begin, closing) && !saving.isPending} />
      <FormDialog
        title={t(old ? 'admin.calendar.changeClosing' : 'admin.calendar.newClosing')}
        submit={t('admin.save')}
        error={saving.error}
        busy={saving.isPending}
        onSend={() => saving.mutate({ ...facts, closings: put(facts.closings, index, closing) })}
        onLeave={standing.onLeave}
        more={
          old && <Remove onPress={() => saving.mutate({ ...facts, closings: put(facts.closings, index, undefined) })} />
        }
      >
        <Field name={`closings.${index}.name`} label={t('admin.name')}>
          {(control) => (
            <input {...control} required value={closing.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
        <div className="row">
          <Field name={`closings.${index}.from`} label={t('admin.calendar.firstDay')}>
            {(control) => (
              <input
                {...control}
                type="date"
                required
                value={closing.from}
                onChange={(event) =>
                  set({ from: event.target.value, ...(closing.to < event.target.value && { to: event.target.value }) })
                }
              />
            )}
          </Field>
          <Field name={`closings.${index}.to`} label={t('admin.calendar.lastDay')}>
            {(control) => (
              <input
                {...control}
                type="date"
                required
                value={closing.to}
                onChange={(event) => set({ to: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Check
          label={t('admin.calendar.everyYear')}
          checked={closing.everyYear}
          onChange={(everyYear) => set({ everyYear })}
        />
      </FormDialog>
    </>
  );
}

export function SpecialDayForm({ index, facts, today, ...standing }: Props & { today: string }) {
  const { t } = useText();
  const old = facts.specialDays[index];
  const first = facts.shifts[0];
  const [begin] = useState<SpecialDay>(
    old ?? {
      day: today,
      name: '',
      shifts: first ? [{ ...first, days: [...weekDays] }] : [{ ...emptyShift(), days: [...weekDays] }],
    },
  );
  const [special, setSpecial] = useState(begin);
  const set = (part: Partial<SpecialDay>) => setSpecial((before) => ({ ...before, ...part }));
  const saving = useSaveCalendar(standing.plantId, standing.areaId, standing.version, standing.onLeave);
  return (
    <>
      <Unsaved when={isChanged(begin, special) && !saving.isPending} />
      <FormDialog
        title={t(old ? 'admin.calendar.changeSpecial' : 'admin.calendar.newSpecial')}
        submit={t('admin.save')}
        error={saving.error}
        busy={saving.isPending}
        onSend={() => saving.mutate({ ...facts, specialDays: put(facts.specialDays, index, special) })}
        onLeave={standing.onLeave}
        more={
          old && (
            <Remove
              onPress={() => saving.mutate({ ...facts, specialDays: put(facts.specialDays, index, undefined) })}
            />
          )
        }
      >
        <p className="muted">{t('admin.calendar.specialHint')}</p>
        <div className="row">
          <Field name={`specialDays.${index}.day`} label={t('admin.calendar.day')}>
            {(control) => (
              <input
                {...control}
                type="date"
                required
                value={special.day}
                onChange={(event) => set({ day: event.target.value })}
              />
            )}
          </Field>
          <Field name={`specialDays.${index}.name`} label={t('admin.name')}>
            {(control) => (
              <input
                {...control}
                required
                value={special.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
        </div>
        {special.shifts.map((shift, at) => (
          <section key={at} className="nested">
            <header>
              <h3>{shift.name || t('admin.calendar.shiftOfDay', { number: at + 1 })}</h3>
              <button
                type="button"
                className="iconbutton"
                aria-label={t('admin.remove')}
                onClick={() => set({ shifts: special.shifts.filter((_, each) => each !== at) })}
              >
                <Icon name="bin" />
              </button>
            </header>
            <ShiftFields
              shift={shift}
              at={`specialDays.${index}.shifts.${at}`}
              withDays={false}
              onChange={(changed) =>
                set({ shifts: special.shifts.map((each, place) => (place === at ? changed : each)) })
              }
            />
          </section>
        ))}
        <button
          type="button"
          className="button quiet add"
          onClick={() => set({ shifts: [...special.shifts, { ...emptyShift(), days: [...weekDays] }] })}
        >
          <Icon name="plus" />
          {t('admin.calendar.addShift')}
        </button>
      </FormDialog>
    </>
  );
}

function Remove({ onPress }: { onPress: () => void }) {
  const { t } = useText();
  return (
    <button type="button" className="button large remove" onClick={onPress}>
      {t('admin.remove')}
    </button>
  );
}
