import { useState } from 'react';
import { useText } from '../text';
import { Check } from './form';

/** Every kind of alert, in the order in which screens name them. */
export const alertKinds = [
  'STOCK_OUT',
  'SHORTAGE',
  'LATE_DELIVERY',
  'DAMAGED_GOODS',
  'NON_CONFORMING_RECEIPT',
  'WRONG_PART',
  'INVENTORY_VARIANCE',
  'CONGESTION',
  'EQUIPMENT_FAILURE',
  'QUALITY',
  'SAFETY',
  'FIVE_S',
  'INFORMATION_SYSTEM',
  'OTHER',
] as const;
type Kind = (typeof alertKinds)[number];

type Props = { of?: readonly Kind[]; chosen: readonly Kind[]; onChange: (kinds: Kind[]) => void };

/** Some kinds of alert; folded away while none is chosen, which means all. */
export function KindChecks({ of = alertKinds, chosen, onChange }: Props) {
  const { t } = useText();
  // Only at first: it does not fold away under the finger that takes the last one out.
  const [isOpen] = useState(chosen.length > 0);
  return (
    <details open={isOpen}>
      <summary>
        {t(chosen.length > 0 ? 'alerts.someKinds.chosen' : 'alerts.someKinds.all', { count: chosen.length })}
      </summary>
      <div className="checks">
        {of.map((kind) => (
          <Check
            key={kind}
            label={t(`alerts.kind.${kind}`)}
            checked={chosen.includes(kind)}
            onChange={(on) => onChange(of.filter((each) => (each === kind ? on : chosen.includes(each))))}
          />
        ))}
      </div>
    </details>
  );
}
