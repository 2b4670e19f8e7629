import './alerts.css';
import { useState } from 'react';
import type { AlertKind } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, type IconName, Shape } from '../../shared/ui';

const withProduct: AlertKind[] = ['STOCK_OUT', 'SHORTAGE', 'WRONG_PART', 'DAMAGED_GOODS', 'INVENTORY_VARIANCE'];
const others: AlertKind[] = [
  'QUALITY',
  'NON_CONFORMING_RECEIPT',
  'CONGESTION',
  'EQUIPMENT_FAILURE',
  'SAFETY',
  'FIVE_S',
  'INFORMATION_SYSTEM',
  'OTHER',
];
const icons: Partial<Record<AlertKind, IconName>> = {
  WRONG_PART: 'swap',
  DAMAGED_GOODS: 'broken',
  INVENTORY_VARIANCE: 'count',
  QUALITY: 'award',
  NON_CONFORMING_RECEIPT: 'refused',
  CONGESTION: 'crowd',
  EQUIPMENT_FAILURE: 'wrench',
  SAFETY: 'helmet',
  FIVE_S: 'broom',
  INFORMATION_SYSTEM: 'screen',
  OTHER: 'alert',
};

type Props = { hasProduct: boolean; chosen: AlertKind | undefined; onChoose: (kind: AlertKind) => void };

/** What is wrong: a tap sends. What is rarer stands behind "Autre…". */
export function KindChoice({ hasProduct, chosen, onChoose }: Props) {
  const { t } = useText();
  const [more, setMore] = useState(!hasProduct);
  const kinds = hasProduct ? (more ? [...withProduct, ...others] : withProduct) : others;
  return (
    <div className="choices">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen === kind}
          disabled={chosen !== undefined}
          data-kind={kind}
          onClick={() => onChoose(kind)}
        >
          <Sign kind={kind} />
          {t(`alerts.choice.${kind}`)}
        </button>
      ))}
      {!more && (
        <button type="button" disabled={chosen !== undefined} onClick={() => setMore(true)}>
          <Icon name="dots" />
          {t('alerts.choice.more')}
        </button>
      )}
    </div>
  );
}

function Sign({ kind }: { kind: AlertKind }) {
  if (kind === 'STOCK_OUT') return <Shape name="octagon" className="mark stockout" />;
  if (kind === 'SHORTAGE') return <Shape name="triangle" className="mark critical" />;
  const icon = icons[kind];
  return icon ? <Icon name={icon} /> : null;
}
