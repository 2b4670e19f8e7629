import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group } from '../../../shared/ui';
import type { Plan } from './documents';
import { useNextCycle } from './life';

/** The next cycle: until when, and what each indicator aims at from now on. */
export function NextCycleForm({ plan, onLeave }: { plan: Plan; onLeave: () => void }) {
  const { t } = useText();
  const opening = useNextCycle();
  const [deadline, setDeadline] = useState('');
  const [targets, setTargets] = useState(
    plan.indicators.map(({ id, name, unit, target, targetOn }) => ({
      id,
      name,
      unit,
      target: target === null || target === undefined ? '' : String(target),
      targetOn: targetOn ?? '',
    })),
  );
  const set = (id: string, part: { target?: string; targetOn?: string }) =>
    setTargets(targets.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const given = targets.filter(({ target }) => target !== '');
  return (
    <FormDialog
      wide
      title={t('plans.life.cycle')}
      submit={t('plans.life.cycle')}
      error={opening.error}
      busy={opening.isPending}
      onSend={() =>
        opening.mutate(
          {
            planId: plan.id,
            deadline: deadline || null,
            targets: given.map(({ id, target, targetOn }) => ({
              indicatorId: id,
              target: Number(target),
              targetOn: targetOn || null,
            })),
            expectedVersion: plan.version,
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">{t('plans.life.cycleMeans', { cycle: plan.cycle + 1 })}</p>
      <Field name="deadline" label={t('plans.life.deadline')} className="short">
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
        )}
      </Field>
      {targets.length > 0 && (
        <Group name="targets" label={t('plans.life.targets')}>
          <ul className="row-editor targets">
            {targets.map(({ id, name, unit, target, targetOn }) => {
              const at = given.findIndex((each) => each.id === id);
              return (
                <li key={id}>
                  <Field name={`targets[${at}].target`} label={`${name}, ${unit}`}>
                    {(control) => (
                      <input
                        {...control}
                        type="number"
                        step="any"
                        value={target}
                        onChange={(event) => set(id, { target: event.target.value })}
                      />
                    )}
                  </Field>
                  <Field name={`targets[${at}].targetOn`} label={t('plans.page.targetOn')}>
                    {(control) => (
                      <input
                        {...control}
                        type="date"
                        value={targetOn}
                        onChange={(event) => set(id, { targetOn: event.target.value })}
                      />
                    )}
                  </Field>
                </li>
              );
            })}
          </ul>
        </Group>
      )}
    </FormDialog>
  );
}
