import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon, PhotoField, Select } from '../../../shared/ui';
import { RiskEditor } from '../dysfunctions/analysis-form';
import { type Answers, questions, type Risks } from '../dysfunctions/analysis-values';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Plan, PlanField } from './documents';
import { IshikawaEditor } from './ishikawa-editor';
import { KeptFiles } from './kept-files';
import { ParetoEditor } from './pareto-editor';
import { Scalar } from './scalar';
import { TableEditor } from './table-editor';
import type { Why } from './tree';
import { TreeEditor } from './tree-editor';
import type { Row } from './values';

export type EditorProps = {
  id: string;
  labelledBy: string | undefined;
  plan: Plan;
  field: PlanField;
  value: unknown;
  onChange: (value: unknown, atOnce?: boolean) => void;
};

/** What writes a field, by its type alone. */
export function FieldEditor(props: EditorProps) {
  const { field, plan, value, onChange } = props;
  switch (field.type) {
    case 'TREE':
      return <TreeEditor plan={plan} hasEscape={field.hasEscape} whys={(value ?? []) as Why[]} onChange={onChange} />;
    case 'ISHIKAWA':
      return <IshikawaEditor effect={plan.title} causes={(value ?? []) as Why[]} onChange={onChange} />;
    case 'TABLE':
      return <TableEditor plan={plan} field={field} rows={(value ?? []) as Row[]} onChange={onChange} />;
    case 'QQOQCCP':
      return <Questions answers={(value ?? {}) as Answers} onChange={onChange} />;
    case 'RISKS':
      return <RiskEditor risks={(value ?? {}) as Risks} onChange={onChange} path="fields[0].value" />;
    case 'PARETO':
      return <ParetoEditor value={value} onChange={onChange} />;
    case 'PEOPLE':
      return <People {...props} />;
    case 'ATTACHMENTS':
      return <Attachments {...props} />;
    default:
      return (
        <Scalar {...props} type={field.type} unit={field.unit} choices={field.choices ?? []} plantId={plan.plantId} />
      );
  }
}

function Questions({ answers, onChange }: { answers: Answers; onChange: EditorProps['onChange'] }) {
  const { t } = useText();
  return (
    <div className="two">
      {questions.map((question) => (
        <label key={question} className="field">
          <span>{t(`methods.question.${question}`)}</span>
          <textarea
            rows={2}
            value={answers[question] ?? ''}
            onChange={(event) => onChange({ ...answers, [question]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}

function People({ labelledBy, plan, value, onChange }: EditorProps) {
  const { t } = useText();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const ids = (value ?? []) as string[];
  return (
    <div className="field">
      <ul className="chosen-people">
        {ids.map((id) => {
          const name = people.find((person) => person.id === id)?.name ?? '…';
          return (
            <li key={id}>
              {name}
              <button
                type="button"
                className="iconbutton"
                aria-label={t('plans.page.removeNamed', { name })}
                onClick={() =>
                  onChange(
                    ids.filter((each) => each !== id),
                    true,
                  )
                }
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <Select
        {...(labelledBy && { 'aria-label': t('dysfunctions.page.addPerson') })}
        value=""
        empty={t('dysfunctions.page.addPerson')}
        options={people.filter(({ id }) => !ids.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange([...ids, id], true)}
      />
    </div>
  );
}

function Attachments({ plan, value, onChange }: EditorProps) {
  // What was there when the page came; what is taken from now on shows in its own place.
  const [before, setBefore] = useState((value ?? []) as string[]);
  const [taken, setTaken] = useState<string[]>([]);
  const put = (kept: string[], shots: string[]) => {
    setBefore(kept);
    setTaken(shots);
    onChange([...kept, ...shots], true);
  };
  return (
    <>
      <KeptFiles
        ids={before}
        onRemove={(id) =>
          put(
            before.filter((each) => each !== id),
            taken,
          )
        }
      />
      <PhotoField
        plantId={plan.plantId}
        onChange={(ids) => ids.join() !== taken.join() && put(before, ids)}
        onBusy={() => undefined}
      />
    </>
  );
}
