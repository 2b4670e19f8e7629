import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select } from '../../../shared/ui';
import { CauseEditor, RowEditor } from './analysis-rows';
import {
  type Answers,
  blank,
  type Cause,
  type Counted,
  groups,
  questions,
  type Risks,
  type Row,
  said,
  sides,
  type Written,
} from './analysis-values';
import type { Analysis } from './documents';
import { useAnalyse } from './dysfunctions';

type Props = { dysfunctionId: string; kind: Written; analysis?: Analysis | undefined; onLeave: () => void };

/** Writes one analysis; what somebody else changed meanwhile is said, never overwritten. */
export function AnalysisForm({ dysfunctionId, kind, analysis, onLeave }: Props) {
  const { t } = useText();
  const analysing = useAnalyse();
  const [value, setValue] = useState<unknown>(analysis?.value ?? blank(kind));
  const send = () =>
    analysing.mutate(
      {
        dysfunctionId,
        kind,
        value: said(kind, value),
        ...(analysis && { analysisId: analysis.id, expectedVersion: analysis.version }),
      },
      { onSuccess: onLeave },
    );
  return (
    <FormDialog
      wide
      title={t(`dysfunctions.analysis.${kind}`)}
      submit={t('admin.save')}
      error={analysing.error}
      busy={analysing.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <p className="muted">{t(`dysfunctions.page.means.${kind}`)}</p>
      {(kind === 'FIVE_WHY' || kind === 'ISHIKAWA') && (
        <CauseEditor kind={kind} causes={value as Cause[]} onChange={setValue} />
      )}
      {(kind === 'OPINIONS' || kind === 'IS_IS_NOT') && (
        <RowEditor kind={kind} rows={value as Row[]} onChange={setValue} />
      )}
      {kind === 'QQOQCCP' && <QuestionEditor answers={value as Answers} onChange={setValue} />}
      {kind === 'PARETO' && <CountEditor counted={value as Counted} onChange={setValue} />}
      {kind === 'RISKS' && <RiskEditor risks={value as Risks} onChange={setValue} />}
    </FormDialog>
  );
}

function CountEditor({ counted, onChange }: { counted: Counted; onChange: (counted: Counted) => void }) {
  const { t } = useText();
  return (
    <div className="row">
      <Field name="value.groupBy" label={t('dysfunctions.page.countBy')}>
        {(control) => (
          <Select
            {...control}
            value={counted.groupBy}
            options={groups.map((group) => ({ value: group, label: t(`dysfunctions.page.group.${group}`) }))}
            onChange={(groupBy) => onChange({ ...counted, groupBy })}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} name={`value.${end}`} label={t(`dysfunctions.page.${end}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={counted[end]}
              onChange={(event) => onChange({ ...counted, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function QuestionEditor({ answers, onChange }: { answers: Answers; onChange: (answers: Answers) => void }) {
  const { t } = useText();
  return (
    <div className="two">
      {questions.map((question) => (
        <Field key={question} name={`value.${question}`} label={t(`dysfunctions.page.question.${question}`)}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={answers[question] ?? ''}
              onChange={(event) => onChange({ ...answers, [question]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** Four risks; `path` is where the server says them to be. */
export function RiskEditor({
  risks,
  onChange,
  path = 'value',
}: {
  risks: Risks;
  onChange: (risks: Risks) => void;
  path?: string;
}) {
  const { t } = useText();
  const set = (side: (typeof sides)[number], part: Risks['cost']) =>
    onChange({ ...risks, [side]: { ...risks[side], ...part } });
  return (
    <div className="risk-editor">
      {sides.map((side) => (
        <div key={side} className="row">
          <Field name={`${path}.${side}.score`} label={t(`dysfunctions.page.side.${side}`)} className="short">
            {(control) => (
              <Select
                {...control}
                value={String(risks[side]?.score ?? '') as '1'}
                empty="–"
                options={(['1', '2', '3', '4', '5'] as const).map((score) => ({ value: score, label: score }))}
                onChange={(score) => set(side, { score: Number(score) })}
              />
            )}
          </Field>
          <Field name={`${path}.${side}.reason`} label={t('dysfunctions.page.because')}>
            {(control) => (
              <input
                {...control}
                value={risks[side]?.reason ?? ''}
                onChange={(event) => set(side, { reason: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  );
}
