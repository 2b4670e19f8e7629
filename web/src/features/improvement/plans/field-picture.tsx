import { useQuery } from '@tanstack/react-query';
import type { Plan, PlanField, Step } from './documents';
import { drawingsQuery } from './plans';

type Props = { plan: Plan; step: Step; field: PlanField };

/** What stands in a table that has a picture, as it is printed. */
export function FieldPicture({ plan, step, field }: Props) {
  const { data } = useQuery(drawingsQuery(plan.id, `${step.code} ${field.code} ${field.version}`));
  const drawn = data?.find(({ code }) => code === step.code)?.fields.find(({ code }) => code === field.code)?.drawing;
  return drawn ? (
    <img className="drawn" alt={field.name} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`} />
  ) : null;
}
