import { type ReactNode, useId } from 'react';
import { useText } from '../../../shared/text';
import { Shape, Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import { Example } from '../methods/example';
import type { Plan, PlanField, Step } from './documents';
import { FieldEditor } from './field-editor';
import { FieldPicture } from './field-picture';
import { FieldReading } from './field-reading';
import { useField } from './use-field';
import { Versions } from './versions';

type Props = { plan: Plan; step: Step; field: PlanField; timeZone: string; readOnly: boolean; silent?: boolean };

/** One field of a step, with who wrote it, and what went wrong beside it. */
export function FieldBox({ plan, step, field, timeZone, readOnly, silent = false }: Props) {
  const { t } = useText();
  const id = useId();
  const times = useTimes(timeZone);
  const now = useMinute();
  const written = useField(plan.id, step.code, field);
  const { conflict, isDirty, isSaving } = written;
  const at = (instant: string) => times.moment(Date.parse(instant), now);
  const isQuestion = field.type === 'CHOICE' || field.type === 'YES_NO' || field.type === 'PEOPLE';
  /** On screens is / is not stays the table that it is on paper. */
  const pictured = field.picture === 'SIPOC' || field.picture === 'COMPARISON';
  const wrong = written.wrong.map(({ message }) => message);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into every tree and table
    <div
      role="group"
      aria-label={field.name}
      id={`field-${field.code}`}
      className={`plan-field type-${field.type.toLowerCase()}`}
      tabIndex={-1}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || written.save()}
    >
      {!silent && (
        <p className="label" id={`${id}-label`}>
          {readOnly || isQuestion ? field.name : <label htmlFor={id}>{field.name}</label>}
          {!field.required && <small> {t('plans.page.optional')}</small>}
        </p>
      )}
      {field.hint && !readOnly && <p className="hint">{field.hint}</p>}
      {field.example && !readOnly && <Example text={field.example} of={field.name} />}
      {readOnly ? (
        <FieldReading plan={plan} field={field} value={field.value} />
      ) : (
        <FieldEditor
          id={id}
          labelledBy={silent ? undefined : `${id}-label`}
          plan={plan}
          field={field}
          value={written.value}
          onChange={written.set}
        />
      )}
      {pictured && field.version > 0 && <FieldPicture plan={plan} step={step} field={field} />}
      {wrong.map((sentence) => (
        <p key={sentence} className="wrong" role="alert">
          {sentence}
        </p>
      ))}
      {wrong.length === 0 && <Trouble error={written.error} />}
      {conflict && (
        <div className="conflict" role="alert">
          <p>
            <Shape name="triangle" className="mark critical" />
            <b>
              {t('plans.page.conflict', {
                name: conflict.author?.name ?? t('plans.page.somebody'),
                moment: at(conflict.at),
              })}
            </b>
          </p>
          <FieldReading plan={plan} field={field} value={conflict.value} />
          <p className="row">
            <button type="button" className="button" onClick={() => written.settle(false)}>
              {t('plans.page.takeTheirs')}
            </button>
            <button type="button" className="button" onClick={() => written.settle(true)}>
              {t('plans.page.keepMine')}
            </button>
          </p>
        </div>
      )}
      <Foot>
        {isDirty && !conflict ? (
          <>
            {t(isSaving ? 'plans.page.saving' : 'plans.page.unsaved')}
            {!isSaving && (
              <button type="button" className="button" onClick={written.save}>
                {t('admin.save')}
              </button>
            )}
          </>
        ) : (
          field.at && (
            <>
              {t('plans.page.writtenBy', { name: field.author?.name ?? '–', moment: at(field.at) })}
              <Versions plan={plan} step={step} field={field} timeZone={timeZone} />
            </>
          )
        )}
      </Foot>
    </div>
  );
}

const Foot = ({ children }: { children: ReactNode }) => (
  <div className="kept" role="status">
    {children}
  </div>
);
