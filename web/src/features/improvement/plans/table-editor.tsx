import { newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import type { FieldColumn, Plan, PlanField } from './documents';
import { Scalar } from './scalar';
import type { Why } from './tree';
import type { Row } from './values';

type Props = { plan: Plan; field: PlanField; rows: Row[]; onChange: (rows: Row[], atOnce?: boolean) => void };

/** Rows of the columns that the method gives; a column may take its choices from the causes of another field. */
export function TableEditor({ plan, field, rows, onChange }: Props) {
  const { t } = useText();
  const columns = field.columns ?? [];
  const set = (id: string, column: string, value: unknown, atOnce?: boolean) =>
    onChange(
      rows.map((row) => (row.id === id ? { ...row, [column]: value } : row)),
      atOnce,
    );
  const add = () => {
    // A table that asks about each of several things begins with one row for each.
    const [first] = columns;
    const asked = rows.length === 0 && first?.type === 'CHOICE' && !first.from ? (first.choices ?? []) : [];
    const fresh =
      asked.length > 0
        ? asked.map(({ code }) => ({ id: newClientId(), [first?.code ?? '']: code }))
        : [{ id: newClientId() }];
    onChange([...rows, ...fresh]);
  };
  return (
    <div className="table-editor">
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {columns.map(({ code, name, unit }) => (
                <th key={code}>{unit ? `${name} (${unit})` : name}</th>
              ))}
              <th>
                <span className="sr">{t('dysfunctions.page.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.code} data-column={column.name} className={`type-${column.type.toLowerCase()}`}>
                    <Scalar
                      tight
                      label={`${column.name}, ${t('plans.page.rowAt', { number: index + 1 })}`}
                      type={column.type}
                      unit={column.unit}
                      choices={choicesOf(plan, column)}
                      plantId={plan.plantId}
                      value={row[column.code]}
                      onChange={(value, atOnce) => set(row.id, column.code, value, atOnce)}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="iconbutton"
                    aria-label={`${t('dysfunctions.page.remove')} ${index + 1}`}
                    onClick={() =>
                      onChange(
                        rows.filter(({ id }) => id !== row.id),
                        true,
                      )
                    }
                  >
                    <Icon name="bin" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="button" onClick={add}>
        <Icon name="plus" />
        {t('dysfunctions.page.addRow')}
      </button>
    </div>
  );
}

/** The choices of a column: its own, or the root causes of the field it names. */
export function choicesOf(plan: Plan, column: FieldColumn): { code: string; name: string }[] {
  if (!column.from) return column.choices ?? [];
  const [step, code] = column.from.split('.');
  const field = plan.steps?.find((each) => each.code === step)?.fields.find((each) => each.code === code);
  const causes = (field?.value ?? []) as Why[];
  const roots = causes.filter(({ isRoot }) => isRoot);
  const verified = causes.filter(({ verdict }) => verdict === 'VERIFIED');
  return (roots.length > 0 ? roots : verified).map(({ id, text }) => ({ code: id, name: text }));
}
