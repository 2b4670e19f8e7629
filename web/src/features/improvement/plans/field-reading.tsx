import { useText } from '../../../shared/text';
import { questions, type Risks, sides } from '../dysfunctions/analysis-values';
import { dayName } from '../dysfunctions/words';
import type { FieldColumn, Plan, PlanField } from './documents';
import { IshikawaEditor } from './ishikawa-editor';
import { KeptFiles } from './kept-files';
import { ParetoPicture } from './pareto-editor';
import { useThings } from './scalar';
import { choicesOf } from './table-editor';
import type { Why } from './tree';
import { TreeEditor } from './tree-editor';
import { amountText, type FieldType, type Row } from './values';

type Props = { plan: Plan; field: PlanField; value: unknown };

/** A value as one reads it: what was signed, or what somebody else wrote. */
export function FieldReading({ plan, field, value }: Props) {
  const { t } = useText();
  if (value === null || value === undefined) return <p className="none">{t('plans.page.nothing')}</p>;
  switch (field.type) {
    case 'TREE':
      return <TreeEditor plan={plan} hasEscape={field.hasEscape} whys={value as Why[]} />;
    case 'ISHIKAWA':
      return <IshikawaEditor effect={plan.title} causes={value as Why[]} />;
    case 'TABLE':
      return <TableReading plan={plan} field={field} rows={value as Row[]} />;
    case 'PARETO':
      return <ParetoPicture value={value} />;
    case 'ATTACHMENTS':
      return <KeptFiles ids={value as string[]} />;
    case 'QQOQCCP':
      return (
        <dl className="boxes">
          {questions.map((question) => (
            <div key={question}>
              <dt>{t(`methods.question.${question}`)}</dt>
              <dd>{(value as Record<string, string>)[question] ?? '–'}</dd>
            </div>
          ))}
        </dl>
      );
    case 'RISKS':
      return (
        <dl className="boxes">
          {sides.map((side) => {
            const risk = (value as Risks)[side];
            return (
              <div key={side}>
                <dt>{t(`methods.risk.${side}`)}</dt>
                <dd>
                  {risk?.score ? `${t('dysfunctions.page.score', { score: risk.score })} · ${risk.reason ?? ''}` : '–'}
                </dd>
              </div>
            );
          })}
        </dl>
      );
    case 'PEOPLE':
      return <People plan={plan} ids={value as string[]} />;
    default:
      return (
        <p className="words">
          <ScalarText type={field.type} choices={field.choices ?? []} plantId={plan.plantId} value={value} />
        </p>
      );
  }
}

function People({ plan, ids }: { plan: Plan; ids: string[] }) {
  const people = useThings('PERSON', plan.plantId);
  return <p className="words">{ids.map((id) => people.find(({ value }) => value === id)?.label ?? '…').join(', ')}</p>;
}

type ScalarProps = { type: FieldType; choices: { code: string; name: string }[]; plantId: string; value: unknown };

function ScalarText({ type, choices, plantId, value }: ScalarProps) {
  const { t, language } = useText();
  if (value === null || value === undefined) return '–';
  switch (type) {
    case 'NUMBER':
      return amountText(value, language);
    case 'YES_NO':
      return t(value ? 'plans.page.yes' : 'plans.page.no');
    case 'DATE':
      return dayName(value as string, language);
    case 'CHOICE':
      return choices.find(({ code }) => code === value)?.name ?? String(value);
    case 'PERSON':
    case 'PLACE':
    case 'PRODUCT':
      return <ThingName type={type} plantId={plantId} id={value as string} />;
    default:
      return String(value);
  }
}

function ThingName({ type, plantId, id }: { type: 'PERSON' | 'PLACE' | 'PRODUCT'; plantId: string; id: string }) {
  return useThings(type, plantId).find(({ value }) => value === id)?.label ?? '…';
}

function TableReading({ plan, field, rows }: { plan: Plan; field: PlanField; rows: Row[] }) {
  const columns: FieldColumn[] = field.columns ?? [];
  return (
    <div className="table-editor">
      <table>
        <thead>
          <tr>
            {columns.map(({ code, name }) => (
              <th key={code}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.code} className="wrap" data-column={column.name}>
                  <ScalarText
                    type={column.type}
                    choices={choicesOf(plan, column)}
                    plantId={plan.plantId}
                    value={row[column.code]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
