import { useText } from '../../../shared/text';
import { Drawing } from '../drawing';
import { type Answers, columns, questions, type Risks, type Row, sides } from './analysis-values';
import type { Analysis } from './documents';
import { dayName } from './words';

/** An analysis as people read it in a meeting: as it is drawn; what is read rather than seen is written, and fits a phone. */
export function AnalysisPicture({ analysis: { kind, value, drawing } }: { analysis: Analysis }) {
  const { t } = useText();
  if (kind === 'RISKS') return <RiskGrid risks={value as Risks} />;
  if (kind === 'QQOQCCP') return <Questions answers={value as Answers} />;
  if (drawing) return <Drawing svg={drawing} name={t(`dysfunctions.analysis.${kind}`)} />;
  if (kind !== 'OPINIONS') return null;
  return <Opinions rows={value as Row[]} />;
}

function Questions({ answers }: { answers: Answers }) {
  const { t } = useText();
  return (
    <dl className="boxes">
      {questions.map((question) => (
        <div key={question}>
          <dt>{t(`dysfunctions.page.question.${question}`)}</dt>
          <dd>{answers[question] ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Four risks from 1 to 5, each with its reason. */
export function RiskGrid({ risks }: { risks: Risks }) {
  const { t } = useText();
  return (
    <ul className="risks">
      {sides.map((side) => (
        <li key={side}>
          <b>{t(`dysfunctions.page.side.${side}`)}</b>
          <span
            className="scale"
            role="img"
            aria-label={t('dysfunctions.page.score', { score: risks[side]?.score ?? '–' })}
          >
            {[1, 2, 3, 4, 5].map((score) => (
              <i key={score} className={score <= (risks[side]?.score ?? 0) ? 'on' : ''} />
            ))}
          </span>
          <b className="num">{risks[side]?.score ?? '–'}</b>
          <span>{risks[side]?.reason ?? '–'}</span>
        </li>
      ))}
    </ul>
  );
}

function Opinions({ rows }: { rows: Row[] }) {
  const { t, language } = useText();
  return (
    <div>
      <table className="rows">
        <thead>
          <tr>
            {columns.OPINIONS.map((column) => (
              <th key={column}>{t(`dysfunctions.page.row.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.OPINIONS.map((column) => (
                <td key={column} className="wrap">
                  {column === 'when' && row[column] ? dayName(row[column], language, true) : (row[column] ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
