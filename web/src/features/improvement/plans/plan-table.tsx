import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { dayShort } from '../days';
import type { PlanRow } from './documents';
import { PlanDue } from './plan-due';
import { PlanMark } from './plan-mark';

/** Plans as rows, to be read down and compared. */
export function PlanTable({ plans, today }: { plans: PlanRow[]; today: string }) {
  const { t, language } = useText();
  return (
    <section className="panel list plans-table">
      <table>
        <thead>
          <tr>
            {['number', 'title', 'method', 'state', 'step', 'due', 'leader', 'sponsor', 'area', 'opened'].map(
              (column) => (
                <th key={column}>{t(`plans.page.column.${column}`)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <td className="num">
                <Link to={`/desk/improvement/plans/${plan.id}`}>{plan.number}</Link>
              </td>
              <td className="wrap title">{plan.title}</td>
              <td>{plan.method.name}</td>
              <td>
                <PlanMark plan={plan} />
              </td>
              <td>{plan.currentStep?.name ?? '–'}</td>
              <td>
                <PlanDue plan={plan} today={today} />
              </td>
              <td className="wrap">{plan.leader?.name ?? '–'}</td>
              <td className="wrap">{plan.sponsor?.name ?? '–'}</td>
              <td className="wrap">{plan.area?.name ?? '–'}</td>
              <td className="num">{dayShort(plan.openedAt.slice(0, 10), language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
