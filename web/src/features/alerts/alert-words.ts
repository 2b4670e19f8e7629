import { useText } from '../../shared/text';
import type { AlertCard } from './documents';

type Placed = Pick<AlertCard, 'line' | 'station' | 'place' | 'product' | 'kind' | 'supplierOrder'>;

/** The words of an alert: its subject (a product, an order, else what happened) and where it is. */
export function useAlertWords() {
  const { t } = useText();
  const kind = (alert: Pick<AlertCard, 'kind'>) => t(`alerts.kind.${alert.kind}`);
  return {
    kind,
    /** An information that nobody took is never "not taken": it asks nobody to act. */
    state: (alert: Pick<AlertCard, 'state' | 'severity'>) =>
      alert.state === 'RAISED' && !isUntaken(alert) ? t('alerts.step.RAISED') : t(`alerts.state.${alert.state}`),
    subject: (alert: Placed) =>
      alert.product?.name ?? (alert.supplierOrder ? t('alerts.order', { number: alert.supplierOrder }) : kind(alert)),
    where: (alert: Placed) => {
      const line = alert.line?.name;
      const spot = alert.station ?? alert.place;
      const name = spot && spot.name !== line ? spot.name : undefined;
      return [line, name].filter(Boolean).join(' · ') || t('alerts.stores');
    },
  };
}

/** Somebody must act now: raised, and more than an information. */
export const isUntaken = (alert: Pick<AlertCard, 'state' | 'severity'>): boolean =>
  alert.state === 'RAISED' && alert.severity !== 'INFORMATION';

/** A level of an escalation as people count: from 1. The server counts from 0. */
export const countedLevel = (level: number): number => level + 1;
