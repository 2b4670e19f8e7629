import { useText } from '../../../shared/text';
import {
  type Answers,
  type Cause,
  type Counted,
  columns,
  families,
  questions,
  type Risks,
  type Row,
  sides,
  treeOf,
} from './analysis-values';
import type { Analysis } from './documents';
import { dayName } from './words';

/** An analysis as people read it in a meeting. */
export function AnalysisPicture({ analysis: { kind, value } }: { analysis: Pick<Analysis, 'kind' | 'value'> }) {
  switch (kind) {
    case 'FIVE_WHY':
      return <Tree causes={value as Cause[]} />;
    case 'ISHIKAWA':
      return <Fishbone causes={value as Cause[]} />;
    case 'QQOQCCP':
      return <Questions answers={value as Answers} />;
    case 'RISKS':
      return <RiskGrid risks={value as Risks} />;
    case 'OPINIONS':
    case 'IS_IS_NOT':
      return <Rows kind={kind} rows={value as Row[]} />;
    default:
      return <Counts counted={value as Counted} />;
  }
}

function CauseText({ cause }: { cause: Cause }) {
  const { t } = useText();
  return (
    <span className={`cause ${cause.verdict.toLowerCase()}`}>
      {cause.verdict === 'REFUTED' ? <s>{cause.text}</s> : cause.text}
      <small>{t(`dysfunctions.page.verdict.${cause.verdict}`)}</small>
    </span>
  );
}

const Tree = ({ causes }: { causes: Cause[] }) => (
  <ol className="whys">
    {treeOf(causes).map(({ cause, depth }) => (
      <li key={cause.id} style={{ marginInlineStart: `${depth * 28}px` }}>
        <CauseText cause={cause} />
      </li>
    ))}
  </ol>
);

function Fishbone({ causes }: { causes: Cause[] }) {
  const { t } = useText();
  return (
    <dl className="boxes three">
      {families.map((family) => (
        <div key={family}>
          <dt>{t(`dysfunctions.page.family.${family}`)}</dt>
          <dd>
            {causes
              .filter((cause) => cause.family === family)
              .map((cause) => (
                <CauseText key={cause.id} cause={cause} />
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Counts({ counted }: { counted: Counted }) {
  const { t, language } = useText();
  const rows = counted.rows ?? [];
  const top = Math.max(1, ...rows.map(({ count }) => count));
  const words = counted.groupBy === 'KIND' ? 'alerts.kind' : counted.groupBy === 'CAUSE' ? 'alerts.cause' : undefined;
  return (
    <figure className="pareto">
      <figcaption>
        {t('dysfunctions.page.between', {
          first: dayName(counted.from, language),
          last: dayName(counted.to, language),
        })}
      </figcaption>
      <ol>
        {rows.map(({ label, count }) => (
          <li key={label}>
            <span>{words ? t(`${words}.${label}`) : label}</span>
            <span className="bar">
              <i style={{ width: `${(100 * count) / top}%` }} />
            </span>
            <b className="num">{count}</b>
          </li>
        ))}
      </ol>
      {rows.length === 0 && <p className="none">{t('dysfunctions.page.nothingCounted')}</p>}
    </figure>
  );
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

function Rows({ kind, rows }: { kind: 'OPINIONS' | 'IS_IS_NOT'; rows: Row[] }) {
  const { t, language } = useText();
  return (
    <div>
      <table className="rows">
        <thead>
          <tr>
            {columns[kind].map((column) => (
              <th key={column}>{t(`dysfunctions.page.row.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns[kind].map((column) => (
                <td key={column} className="wrap">
                  {column === 'when' && row[column] ? dayName(row[column], language) : (row[column] ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
