import './decisions.css';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import { money } from '../dysfunctions/words';
import { limitQuery } from './documents';

type Money = { amount: number; currency: string };

export const useIsOverLimit = (plantId: string, cost: Money | null): boolean => {
  const limit = useQuery(limitQuery(plantId)).data;
  return Boolean(limit && cost && cost.amount > limit.amount);
};

/** A cost against the plant's limit: above it a manager sponsors. */
export function CostLimit({ plantId, cost }: { plantId: string; cost: Money | null }) {
  const { t, language } = useText();
  const limit = useQuery(limitQuery(plantId)).data;
  if (!limit || !cost) return null;
  const isOver = cost.amount > limit.amount;
  return (
    <p className="cost-limit">
      <Shape name={isOver ? 'diamond' : 'circle'} className={`mark ${isOver ? 'low' : 'ok'}`} />
      <span>
        {t(isOver ? 'decisions.overLimit' : 'decisions.underLimit', {
          cost: money(cost, language),
          limit: money(limit, language),
        })}
      </span>
    </p>
  );
}
