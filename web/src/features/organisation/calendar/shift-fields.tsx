import { useText } from '../../../shared/text';
import { Check, Field, Group, Icon, TimeInput, weekDays } from '../../../shared/ui';
import type { Shift } from './calendar';

type Props = {
  shift: Shift;
  /** Where the server finds it: `shifts.0`. */
  at: string;
  /** Of a special day the date is known. */
  withDays?: boolean;
  onChange: (shift: Shift) => void;
};

/** One shift: its name, its hours, its days and its pauses. */
export function ShiftFields({ shift, at, withDays = true, onChange }: Props) {
  const { t } = useText();
  const set = (part: Partial<Shift>) => onChange({ ...shift, ...part });
  const setBreak = (index: number, part: Partial<Shift['breaks'][number]>) =>
    set({ breaks: shift.breaks.map((pause, each) => (each === index ? { ...pause, ...part } : pause)) });
  const passes = shift.starts !== '' && shift.ends !== '' && shift.ends <= shift.starts;
  return (
    <>
      <div className="row">
        <Field name={`${at}.code`} label={t('admin.code')} className="short">
          {(control) => (
            <input
              {...control}
              required
              maxLength={20}
              value={shift.code}
              onChange={(event) => set({ code: event.target.value })}
            />
          )}
        </Field>
        <Field name={`${at}.name`} label={t('admin.name')}>
          {(control) => (
            <input {...control} required value={shift.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
      </div>
      <div className="row">
        <Field name={`${at}.starts`} label={t('admin.calendar.starts')}>
          {(control) => <TimeInput {...control} required value={shift.starts} onChange={(starts) => set({ starts })} />}
        </Field>
        <Field
          name={`${at}.ends`}
          label={t('admin.calendar.ends')}
          hint={passes ? t('admin.calendar.nextDay') : undefined}
        >
          {(control) => <TimeInput {...control} required value={shift.ends} onChange={(ends) => set({ ends })} />}
        </Field>
      </div>
      {withDays && (
        <Group name={`${at}.days`} label={t('admin.calendar.days')}>
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
                checked={shift.days.includes(day)}
                onChange={(on) =>
                  set({ days: weekDays.filter((each) => (each === day ? on : shift.days.includes(each))) })
                }
              />
            ))}
          </div>
        </Group>
      )}
      <Group name={`${at}.breaks`} label={t('admin.calendar.breaks')}>
        {shift.breaks.map((pause, index) => (
          <div key={index} className="row pause">
            <Field
              name={`${at}.breaks.${index}.starts`}
              also={`${at}.breaks.${index}`}
              label={t('admin.calendar.breakFrom')}
              silent
            >
              {(control) => (
                <TimeInput
                  {...control}
                  required
                  value={pause.starts}
                  onChange={(starts) => setBreak(index, { starts })}
                />
              )}
            </Field>
            <Field name={`${at}.breaks.${index}.ends`} label={t('admin.calendar.breakTo')} silent>
              {(control) => (
                <TimeInput {...control} required value={pause.ends} onChange={(ends) => setBreak(index, { ends })} />
              )}
            </Field>
            <button
              type="button"
              className="iconbutton"
              aria-label={t('admin.calendar.removeBreak', { time: pause.starts })}
              onClick={() => set({ breaks: shift.breaks.filter((_, each) => each !== index) })}
            >
              <Icon name="bin" />
            </button>
          </div>
        ))}
        <button
          type="button"
          className="button quiet add"
          onClick={() => set({ breaks: [...shift.breaks, { starts: '', ends: '' }] })}
        >
          <Icon name="plus" />
          {t('admin.calendar.addBreak')}
        </button>
      </Group>
    </>
  );
}
