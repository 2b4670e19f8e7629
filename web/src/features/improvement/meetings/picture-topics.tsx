import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import { Drawing } from '../drawing';
import type { MeetingPlan } from './documents';
import { stepIn, useKeys } from './keys';
import type { TopicProps } from './meeting-view';

type Analysis = { key: string; name: string; drawing: string; at: string };

/** What is drawn of the plan, the last written first. */
export const analysesOf = (plan: MeetingPlan): Analysis[] =>
  (plan.steps ?? [])
    .flatMap((step) =>
      step.fields.flatMap(({ code, name, drawing, at }) =>
        drawing ? [{ key: `${step.code}.${code}`, name: `${step.code} · ${name}`, drawing, at: at ?? '' }] : [],
      ),
    )
    .toSorted((one, other) => other.at.localeCompare(one.at));

/** The analysis in hand, as large as the wall. */
export function AnalysisTopic({ plan }: TopicProps) {
  const analyses = analysesOf(plan);
  const { at, choose } = useChoice(analyses.length);
  const shown = analyses[at];
  if (!shown) return null;
  return (
    <div className="picture-topic">
      <Choices names={analyses} at={at} onChoose={choose} />
      <Drawing svg={shown.drawing} name={shown.name} />
    </div>
  );
}

/** Before and after with the target, and what may be said of the effect. */
export function IndicatorTopic({ plan }: TopicProps) {
  const { t } = useText();
  const { at, choose } = useChoice(plan.indicators.length);
  const shown = plan.indicators[at];
  if (!shown) return null;
  return (
    <div className="picture-topic">
      <Choices
        names={plan.indicators.map(({ id, name, unit }) => ({ key: id, name: `${name} (${unit})` }))}
        at={at}
        onChoose={choose}
      />
      <p className="lead">
        <Shape
          name={shown.effect.isEffective ? 'circle' : 'diamond'}
          className={`mark ${shown.effect.isEffective ? 'ok' : 'low'}`}
        />
        {shown.effect.text}
      </p>
      <Drawing svg={shown.drawing} name={t('meetings.drawnAs', { name: shown.name, text: shown.effect.text })} />
    </div>
  );
}

function useChoice(count: number) {
  const [at, choose] = useState(0);
  useKeys((key) => {
    if (count < 2 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
    choose((before) => stepIn(key, before, count));
    return true;
  });
  return { at: Math.min(at, count - 1), choose };
}

type ChoicesProps = { names: { key: string; name: string }[]; at: number; onChoose: (at: number) => void };

const Choices = ({ names, at, onChoose }: ChoicesProps) => (
  <ul className="picture-choice">
    {names.map(({ key, name }, index) => (
      <li key={key}>
        <button type="button" aria-pressed={index === at} onClick={() => onChoose(index)}>
          {name}
        </button>
      </li>
    ))}
  </ul>
);
