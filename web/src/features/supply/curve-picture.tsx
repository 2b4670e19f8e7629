import { useId } from 'react';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { quantity, shortLeft, useTimes } from '../../shared/ui';
import { frame, layOut } from './curve-layout';
import type { Curve, SupplyPoint } from './points';

type Props = { point: SupplyPoint; curve: Curve; timeZone: string };

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
  const label = `${point.product.name} : ${onHand}${point.runsOutAt ? `, ${t('supply.runsOut', { moment: times.moment(Date.parse(point.runsOutAt), now) })}` : ''}`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--stop-tint)" />
        <rect width="2" height="7" fill="var(--stop-mark)" opacity=".38" />
      </pattern>
      {point.safetyStock !== null && point.safetyStock > 0 && (
        <>
          <rect
            x={frame.left}
            y={at.y(point.safetyStock)}
            width={frame.right - frame.left}
            height={frame.bottom - at.y(point.safetyStock)}
            fill="var(--soft)"
          />
          <text x={frame.right + 8} y={Math.min(at.y(point.safetyStock) + 14, frame.bottom - 2)}>
            {t('supply.safety', { quantity: number(point.safetyStock) })}
          </text>
        </>
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
      <Threshold
        y={at.y}
        value={point.maximum}
        className="max"
        text={(value) => t('supply.maximumIs', { quantity: number(value) })}
      />
      <Threshold
        y={at.y}
        value={point.reorderPoint}
        className="reorder"
        text={(value) => t('supply.reorderPointIs', { quantity: number(value) })}
      />
      <Threshold
        y={at.y}
        value={point.minimum}
        className="min"
        text={(value) => t('supply.minimumIs', { quantity: number(value) })}
      />
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
      {at.arrivals.map(({ at: instant, quantity: size, isCounted }) => (
        <g key={instant}>
          <path d={`M${at.x(instant)} 40V${frame.bottom}`} className="arrival" />
          <text className={isCounted ? 'strong' : ''} x={at.x(instant)} y="14" textAnchor="middle">
            {times.clock(instant)}
          </text>
          <text className={isCounted ? 'strong' : ''} x={at.x(instant)} y="32" textAnchor="middle">
            {isCounted ? `+${number(size)}` : t('supply.lateNotCounted', { quantity: number(size) })}
          </text>
        </g>
      ))}
      <path className="nowline" d={`M${here} ${frame.top}V${frame.bottom}`} />
      <path className="past" d={at.known} />
      <path className="next" d={at.projected} />
      {at.empty.map(({ from, to, x1, x2 }) => {
        const middle = Math.min(Math.max((x1 + x2) / 2, frame.left + 70), frame.right - 70);
        return (
          <g key={from}>
            <path className="gap" d={`M${x1} ${frame.bottom}H${x2}`} />
            <rect x={middle - 66} y={104} width="132" height="26" rx="6" fill="var(--stockout)" />
            <text className="onstop" x={middle} y="122" textAnchor="middle">
              {t('supply.emptyFor', { time: shortLeft(to, from, t) })}
            </text>
          </g>
        );
      })}
      <circle cx={here} cy={level} r="5.5" fill="var(--text)" stroke="var(--surface)" strokeWidth="2" />
      <text className="strong halo" x={here - 8} y={Math.min(level + 16, frame.bottom - 8)} textAnchor="end">
        {times.clock(now)}, {onHand}
      </text>
    </svg>
  );
}

type ThresholdProps = {
  y: (value: number) => number;
  value: number | null;
  className: string;
  text: (value: number) => string;
};

function Threshold({ y, value, className, text }: ThresholdProps) {
  if (value === null) return null;
  return (
    <g className={className}>
      <path d={`M${frame.left} ${y(value)}H${frame.right}`} />
      <text x={frame.right + 8} y={y(value) + 4}>
        {text(value)}
      </text>
    </g>
  );
}
