import { type ReactNode, useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble } from '../../../shared/ui';
import { type Rule, useSaveRule } from './rules';

type Props = {
  plantId: string;
  rule: Rule;
  /** What the rule proposed, and where it stands. */
  proposed: ReactNode;
};

/** From how many alerts in how many days on a problem is called recurrent, with what that means as a sentence. */
export function RuleForm({ plantId, rule, proposed }: Props) {
  const { t } = useText();
  const [said, setSaid] = useState<Partial<Pick<Rule, 'count' | 'windowDays'>>>({});
  const saving = useSaveRule(plantId, rule, () => setSaid({}));
  const { criterion } = rule;
  const count = said.count ?? rule.count;
  const windowDays = said.windowDays ?? rule.windowDays;
  const isDirty = count !== rule.count || windowDays !== rule.windowDays;
  const isWhole = count >= 2 && windowDays >= 1;
  return (
    <Form
      error={saving.error}
      className="panel part rule"
      label={t(`admin.recurrence.${criterion}.title`)}
      onSend={() => saving.mutate({ count, windowDays })}
    >
      <header>
        <h2>{t(`admin.recurrence.${criterion}.title`)}</h2>
        {rule.version === 0 && <span className="muted">{t('admin.recurrence.standard')}</span>}
      </header>
      <p>{t(`admin.recurrence.${criterion}.means`)}</p>
      <div className="row">
        {(
          [
            ['count', count, 2, 100],
            ['windowDays', windowDays, 1, 365],
          ] as const
        ).map(([name, value, least, most]) => (
          <Field key={name} name={name} label={t(`admin.recurrence.${name}`)}>
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="numeric"
                min={least}
                max={most}
                required
                value={Number.isNaN(value) ? '' : value}
                onChange={(event) => setSaid({ ...said, [name]: event.target.valueAsNumber })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="says" role="status">
        {isWhole && t(`admin.recurrence.${criterion}.says`, { alerts: count, count: windowDays })}
      </p>
      <FormTrouble error={saving.error} />
      <footer>
        {proposed}
        <button type="submit" className={isDirty ? 'button main' : 'button'} disabled={!isDirty || saving.isPending}>
          {t('admin.save')}
        </button>
      </footer>
    </Form>
  );
}
