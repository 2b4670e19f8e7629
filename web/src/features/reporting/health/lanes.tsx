import { useText } from '../../../shared/text';
import { useTimes } from '../../../shared/ui';
import type { Health } from './health';

const [width, left, top] = [1000, 130, 26];
const lane = 62;
const day = 86_400_000;

type Props = { health: Health; from: number; to: number; timeZone: string };

/** When alerts came too many at once, came and went, or were forgotten: three lanes over one axis of time. */
export function Lanes({ health, from, to, timeZone }: Props) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const x = (at: number) => left + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (width - left - 10);
  const most = Math.max(10, ...health.floods.map(({ count }) => count));
  const base = (index: number) => top + (index + 1) * lane;
  const span = (start: string, end: string | null) => {
    const begins = x(Date.parse(start));
    return { x: begins, width: Math.max(4, (end ? x(Date.parse(end)) : x(to)) - begins) };
  };
  const rows = packed(
    health.stale.map(({ since, until }) => span(since, until)),
    5,
  );
  const step = (to - from) / day > 40 ? 14 : (to - from) / day > 10 ? 5 : 1;
  const days = Array.from({ length: Math.ceil((to - from) / day / step) }, (_, index) => from + index * step * day);
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
  });
  const lanes = ['floods', 'chattering', 'stale'] as const;
  return (
    <svg
      className="lanes"
      viewBox={`0 0 ${width} ${base(2) + 12}`}
      role="img"
      aria-label={t('health.lanes', {
        floods: health.floods.length,
        chattering: health.chattering.length,
        stale: health.stale.length,
      })}
    >
      {days.map((at) => (
        <g key={at}>
          <path className="tick" d={`M${x(at)} ${top}V${base(2)}`} />
          <text x={x(at) + 3} y={16}>
            {date.format(at)}
          </text>
        </g>
      ))}
      {lanes.map((name, index) => (
        <g key={name}>
          <path className="base" d={`M${left} ${base(index)}H${width - 10}`} />
          <text className="name" x={0} y={base(index) - lane / 2 + 2}>
            {t(`health.${name}`)}
          </text>
          <text x={0} y={base(index) - lane / 2 + 20}>
            {t('health.times', { count: health[name].length })}
          </text>
        </g>
      ))}
      {health.floods.map((flood) => {
        const height = (flood.count / most) * (lane - 12);
        const { x: at, width: wide } = span(flood.from, flood.to);
        return (
          <rect
            key={flood.from}
            className="flood"
            x={at}
            y={base(0) - height}
            width={Math.max(6, wide)}
            height={height}
          >
            <title>
              {t('health.flood', { count: flood.count, moment: times.instant(Date.parse(flood.from), to) })}
            </title>
          </rect>
        );
      })}
      {health.chattering.map(({ alert, firstAt, lastAt, transitions, mostWithin }) => {
        const { x: at, width: wide } = span(firstAt, lastAt);
        const height = Math.min(lane - 12, 8 + mostWithin * 5);
        return (
          <rect
            key={`${alert.id}${firstAt}`}
            className="chatter"
            x={at}
            y={base(1) - height}
            width={Math.max(5, wide)}
            height={height}
          >
            <title>{`${alert.number} · ${t('health.transitions', { count: transitions })}`}</title>
          </rect>
        );
      })}
      {health.stale.map((stale, index) => {
        const { x: at, width: wide } = span(stale.since, stale.until);
        return (
          <rect
            key={`${stale.alert.id}${stale.since}`}
            className="stale"
            x={at}
            y={base(2) - 10 - (rows[index] ?? 0) * 10}
            width={wide}
            height={7}
          >
            <title>{`${stale.alert.number} · ${t('health.hours', { count: Math.round(stale.hours) })}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** The row of each span, so that spans of one row do not meet; what finds no row lies on the last. */
function packed(spans: { x: number; width: number }[], rows: number): number[] {
  const ends: number[] = [];
  const order = spans.map((_, index) => index).sort((one, other) => (spans[one]?.x ?? 0) - (spans[other]?.x ?? 0));
  const found: number[] = [];
  for (const index of order) {
    const span = spans[index] ?? { x: 0, width: 0 };
    const free = ends.findIndex((end) => end < span.x);
    const row = Math.min(free === -1 ? ends.length : free, rows - 1);
    ends[row] = span.x + span.width;
    found[index] = row;
  }
  return found;
}
