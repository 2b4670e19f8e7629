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

type Mark = {
  /** Its word stands beside it on the screen: it is read once. */
  silent?: boolean;
};

/** A status as a coloured shape, and read aloud as its word. */
export function StatusMark({ status, silent = false }: Mark & { status: SupplyStatus }) {
  const { t } = useText();
  const { shape, tone } = statusLook[status];
  return <Shape name={shape} className={`mark ${tone}`} {...(!silent && { label: t(`supply.status.${status}`) })} />;
}

export function SeverityMark({ severity, silent = false }: Mark & { severity: Severity }) {
  const { t } = useText();
  const { shape, tone } = severityLook[severity];
  return (
    <Shape name={shape} className={`mark ${tone}`} {...(!silent && { label: t(`alerts.severity.${severity}`) })} />
  );
}
