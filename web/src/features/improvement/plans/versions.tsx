import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select, Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import type { Plan, PlanField, Step } from './documents';
import { FieldReading } from './field-reading';
import { type FieldVersion, versionsQuery } from './life';
import { wordsChanged } from './words-changed';

type Props = { plan: Plan; step: Step; field: PlanField; timeZone: string };

/** The way to what stood in a field before, where it was written more than once. */
export function Versions(props: Props) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (props.field.version < 2) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('plans.life.versions', { count: props.field.version })}
      </button>
      {open && <VersionsDialog {...props} onLeave={() => setOpen(false)} />}
    </>
  );
}

/** Who wrote what when; two of them are compared. */
function VersionsDialog({ plan, step, field, timeZone, onLeave }: Props & { onLeave: () => void }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const { data, error } = useQuery(versionsQuery(plan.id, plan.cycle, step.code, field.code));
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  const versions = data ?? [];
  const find = (version: string | undefined) => versions.find((each) => String(each.version) === version);
  const after = find(chosen.after) ?? versions[0];
  const before = find(chosen.before) ?? versions[1];
  const options = versions.map(({ version, author, at }) => ({
    value: String(version),
    label: t('plans.life.versionOf', {
      version,
      name: author?.name ?? '–',
      moment: times.instant(Date.parse(at), now),
    }),
  }));
  return (
    <FormDialog wide title={field.name} submit={t('common.close')} onSend={onLeave} onLeave={onLeave}>
      <Trouble error={error} />
      {before && after && (
        <div className="versions">
          {(
            [
              ['before', before, t('plans.life.before')],
              ['after', after, t('plans.life.after')],
            ] as const
          ).map(([side, version, label]) => (
            <div key={side}>
              <Field name={side} label={label}>
                {(control) => (
                  <Select
                    {...control}
                    value={String(version.version)}
                    options={options}
                    onChange={(value) => setChosen({ ...chosen, [side]: value })}
                  />
                )}
              </Field>
              <Reading plan={plan} field={field} side={side} before={before} after={after} />
            </div>
          ))}
        </div>
      )}
    </FormDialog>
  );
}

type ReadingProps = {
  plan: Plan;
  field: PlanField;
  side: 'before' | 'after';
  before: FieldVersion;
  after: FieldVersion;
};

/** One of the two: of words, what is gone or new in it is marked. */
function Reading({ plan, field, side, before, after }: ReadingProps) {
  const value = side === 'before' ? before.value : after.value;
  const pieces =
    field.type === 'TEXT' ? wordsChanged(String(before.value ?? ''), String(after.value ?? '')) : undefined;
  if (!pieces || value === null || value === undefined) return <FieldReading plan={plan} field={field} value={value} />;
  const hidden = side === 'before' ? 'new' : 'gone';
  return (
    <p className="words">
      {pieces
        .filter(({ change }) => change !== hidden)
        .map(({ text, change }, index) => {
          const key = `${index}.${change}`;
          return change === 'gone' ? (
            <span key={key}>
              <del>{text.trimEnd()}</del>{' '}
            </span>
          ) : change === 'new' ? (
            <span key={key}>
              <ins>{text.trimEnd()}</ins>{' '}
            </span>
          ) : (
            <span key={key}>{text}</span>
          );
        })}
    </p>
  );
}
