import './calendar.css';
import { useText } from '../../../shared/text';
import { hourOfShift } from '../../../shared/ui';
import type { Shift } from './calendar';
import { weekRows } from './week-layout';

const share = (minutes: number) => `${(minutes / 1440) * 100}%`;
/** Lanes of a few shifts have room for their names, those of many are lines. */
const heightOf = (lanes: number) => (lanes === 1 ? 38 : lanes * (lanes < 4 ? 24 : 10));
const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** A week of 24 hours a row: bars are shifts, gaps in them pauses; what passed midnight has an open edge. */
export function WeekPicture({ shifts, now }: { shifts: Shift[]; now?: { day: number; minute: number } }) {
  const { t, language } = useText();
  const codes = shifts.map(({ code }) => code);
  return (
    <div className="week">
      <div className="hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: share(hour * 60) }}>
            {hour}
          </span>
        ))}
      </div>
      <ul>
        {weekRows(shifts).map((row, index) => (
          <li key={row.day}>
            <span className="day">
              <span aria-hidden="true">{t(`admin.shortDay.${row.day}`)}</span>
              <span className="sr">
                {t(`admin.day.${row.day}`)}
                {' : '}
                {row.bars
                  .filter(({ isRest }) => !isRest)
                  .map(
                    ({ shift }) =>
                      `${shift.name} ${hourOfShift(shift.starts, language)} – ${hourOfShift(shift.ends, language)}`,
                  )
                  .join(', ') || t('admin.calendar.noShift')}
              </span>
            </span>
            <div
              className={row.bars.length === 0 ? 'track off' : 'track'}
              style={{ height: heightOf(row.lanes) }}
              aria-hidden="true"
            >
              {hours.slice(1, -1).map((hour) => (
                <i key={hour} className="grid" style={{ left: share(hour * 60) }} />
              ))}
              {row.bars.map((bar) => (
                <span
                  key={`${bar.shift.code} ${bar.from}`}
                  className={`bar tone${codes.indexOf(bar.shift.code) % 4}${bar.isRest ? ' rest' : ''}${bar.goesOn ? ' on' : ''}`}
                  style={{
                    left: share(bar.from),
                    width: share(bar.to - bar.from),
                    top: `${(bar.lane / row.lanes) * 100}%`,
                    height: `${100 / row.lanes}%`,
                  }}
                  title={bar.shift.name}
                >
                  {row.lanes < 4 && bar.to - bar.from >= 90 && (
                    <b>{bar.to - bar.from >= 240 ? bar.shift.name : bar.shift.code}</b>
                  )}
                  {bar.pauses.map((pause) => (
                    <i
                      key={pause.from}
                      className="pause"
                      style={{
                        left: `${((pause.from - bar.from) / (bar.to - bar.from)) * 100}%`,
                        width: `${((pause.to - pause.from) / (bar.to - bar.from)) * 100}%`,
                      }}
                    />
                  ))}
                </span>
              ))}
              {now?.day === index && <i className="now" style={{ left: share(now.minute) }} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
