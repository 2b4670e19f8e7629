import type { Severity, SupplyStatus } from '../live';
import { useText } from '../text';
import { Shape, type ShapeName } from './shapes';

/** Each status' shape, and the class that gives its colour. */
export const statusLook: Record<SupplyStatus, { shape: ShapeName; tone: string }> = {
  STOCK_OUT: { shape: 'octagon', tone: 'stockout' },
  CRITICAL: { shape: 'triangle', tone: 'critical' },
  LOW: { shape: 'diamond', tone: 'low' },
  UNKNOWN: { shape: 'unknown', tone: 'unknown' },
  EXCESS: { shape: 'square', tone: 'excess' },
  OK: { shape: 'circle', tone: 'ok' },
};

export const severityLook: Record<Severity, { shape: ShapeName; tone: string }> = {
  CRITICAL: { shape: 'octagon', tone: 'stockout' },
  MAJOR: { shape: 'triangle', tone: 'critical' },
  MINOR: { shape: 'diamond', tone: 'low' },
  INFORMATION: { shape: 'info', tone: 'info' },
};

/** A status as a coloured shape; its word is read aloud, and stands beside it where the screen writes it. */
export function StatusMark({ status }: { status: SupplyStatus }) {
  const { t } = useText();
  const { shape, tone } = statusLook[status];
  return <Shape name={shape} className={`mark ${tone}`} label={t(`supply.status.${status}`)} />;
}

export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useText();
  const { shape, tone } = severityLook[severity];
  return <Shape name={shape} className={`mark ${tone}`} label={t(`alerts.severity.${severity}`)} />;
}
