import { useId } from 'react';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { quantity, shortLeft, useTimes } from '../../shared/ui';
import { frame, layOut, readable } from './curve-layout';
import type { Curve, SupplyPoint } from './points';

type Props = { point: SupplyPoint; curve: Curve; timeZone: string };

/** About what a text of 13 px takes; the picture's own units are pixels at 1,440. */
const widthOf = (text: string) => text.length * 7.2;

/** The curve of a point: solid is known, dotted is projected, the time at zero is hatched and named. */
export function CurvePicture({ point, curve, timeZone }: Props) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const hatch = useId();
  const at = layOut(point, curve, now);
  const number = (value: number) => quantity(value, language);
  const onHand = t('supply.left', { onHand: number(point.onHand), unit: point.unit });
  const [here, level] = [at.x(now), at.y(point.onHand)];
  const hereText = `${times.clock(now)}, ${onHand}`;
  const arrivals = at.arrivals.map((arrival) => {
    const size = number(arrival.quantity);
    const text = arrival.isCounted ? `+${size}` : t('supply.lateNotCounted', { quantity: size });
    return { ...arrival, text, x: at.x(arrival.at) };
  });
  const said = readable(arrivals.map(({ x, text }) => ({ x, width: Math.max(40, widthOf(text)) })));
  const label = t('common.about', {
    what: point.product.name,
    name: `${onHand}${point.runsOutAt && !point.isSilent ? `, ${t('supply.runsOut', { moment: times.moment(Date.parse(point.runsOutAt), now) })}` : ''}`,
  });
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--stop-tint)" />
        <rect width="2" height="7" fill="var(--stop-mark)" opacity=".38" />
      </pattern>
      {point.safetyStock !== null && point.safetyStock > 0 && (
        <rect
          x={frame.left}
          y={at.y(point.safetyStock)}
          width={frame.right - frame.left}
          height={frame.bottom - at.y(point.safetyStock)}
          fill="var(--soft)"
        />
      )}
      {at.empty.map(({ from, x1, x2 }) => (
        <rect
          key={from}
          x={x1}
          y={frame.top}
          width={Math.max(2, x2 - x1)}
          height={frame.bottom - frame.top}
          fill={`url(#${hatch})`}
        />
      ))}
      {at.thresholds.map(({ name, value, y, textY }) => (
        <g key={name} className={name}>
          {name !== 'safetyStock' && <path d={`M${frame.left} ${y}H${frame.right}`} />}
          <text x={frame.right + 8} y={textY + 4}>
            {t(`supply.level.${name}`, { quantity: number(value) })}
          </text>
        </g>
      ))}
      <path className="axis" d={`M${frame.left} ${frame.bottom + 0.5}H${frame.right}`} />
      {at.hours.map((hour) => (
        <g key={hour}>
          <path className="axis" d={`M${at.x(hour)} ${frame.bottom}v5`} />
          <text x={at.x(hour)} y={frame.bottom + 20} textAnchor="middle">
            {times.clock(hour)}
          </text>
        </g>
      ))}
      {at.quantities.map((value) => (
        <text key={value} x={frame.left - 8} y={at.y(value) + 4} textAnchor="end">
          {number(value)}
        </text>
      ))}
      {arrivals.map(({ at: instant, text, isCounted, x }, index) => (
        <g key={`${instant} ${text}`}>
          <path d={`M${x} ${said[index] ? 40 : frame.top}V${frame.bottom}`} className="arrival" />
          {said[index] && (
            <>
              <text className={isCounted ? 'strong' : ''} x={x} y="14" textAnchor="middle">
                {times.clock(instant)}
              </text>
              <text className={isCounted ? 'strong' : ''} x={x} y="32" textAnchor="middle">
                {text}
              </text>
            </>
          )}
        </g>
      ))}
      <path className="nowline" d={`M${here} ${frame.top}V${frame.bottom}`} />
      <path className="past" d={at.known} />
      <path className="next" d={at.projected} />
      {at.empty.map(({ from, to, isOpen, x1, x2 }) => {
        const middle = Math.min(Math.max((x1 + x2) / 2, frame.left + 70), frame.right - 70);
        return (
          <g key={from}>
            <path className="gap" d={`M${x1} ${frame.bottom}H${x2}`} />
            <rect x={middle - 66} y={104} width="132" height="26" rx="6" fill="var(--stockout)" />
            <text className="onstop" x={middle} y="122" textAnchor="middle">
              {isOpen ? t('supply.empty') : t('supply.emptyFor', { time: shortLeft(to, from, t) })}
            </text>
          </g>
        );
      })}
      <circle cx={here} cy={level} r="5.5" fill="var(--text)" stroke="var(--surface)" strokeWidth="2" />
      <text className="strong halo" x={here + 9} y={Math.max(level - 10, frame.top + 12)}>
        {hereText}
      </text>
    </svg>
  );
}
