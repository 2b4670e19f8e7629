import { type RefObject, useId, useState } from 'react';
import { useText } from '../../../shared/text';
import { Check, PhotoField } from '../../../shared/ui';
import { KeptFiles } from './kept-files';
import { type Branch, type Proof, proofs, verdicts, type Why } from './tree';
import { readNumber } from './values';

type Props = {
  plantId: string;
  why: Why;
  branch: Branch;
  depth: number;
  words: RefObject<HTMLTextAreaElement | null>;
  onChange: ((part: Partial<Why>, atOnce?: boolean) => void) | undefined;
  /** Back to the drawing. */
  onLeave: () => void;
};

/** One why beside its tree: what it says, how it is judged, and by which proof. */
export function WhyPanel({ plantId, why, branch, depth, words, onChange, onLeave }: Props) {
  const { t } = useText();
  const id = useId();
  const [percent, setPercent] = useState(why.contribution === undefined ? '' : String(why.contribution));
  const [before] = useState(why.proof?.attachmentIds ?? []);
  const readOnly = onChange === undefined;
  const prove = (part: Partial<Proof>, atOnce = false) =>
    onChange?.({ proof: { kind: 'REPRODUCED', ...why.proof, ...part } }, atOnce);
  return (
    <fieldset className="why-fields" disabled={readOnly}>
      <legend>
        <b>{t('plans.page.whyAt', { depth })}</b>
        <small>{t(`plans.page.branchOf.${branch}`)}</small>
      </legend>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('dysfunctions.page.because')}</label>
        <textarea
          ref={words}
          id={`${id}-text`}
          rows={3}
          value={why.text}
          onChange={(event) => onChange?.({ text: event.target.value })}
          onKeyDown={(event) => {
            if ((event.key !== 'Enter' || event.shiftKey) && event.key !== 'Escape') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </div>
      <Segments
        name={`${id}-verdict`}
        label={t('plans.page.verdict')}
        options={verdicts.map((each) => ({ value: each, label: t(`methods.verdict.${each}`) }))}
        value={why.verdict}
        onChange={(verdict) => onChange?.({ verdict }, true)}
      />
      {why.verdict !== 'OPEN' && (
        <>
          <Segments
            name={`${id}-kind`}
            label={t('plans.page.proofKind')}
            options={proofs.map((each) => ({ value: each, label: t(`methods.proof.${each}`) }))}
            value={why.proof?.kind}
            onChange={(kind) => prove({ kind }, true)}
          />
          <div className="field">
            <label htmlFor={`${id}-proof`}>{t('plans.page.proof')}</label>
            <textarea
              id={`${id}-proof`}
              rows={3}
              value={why.proof?.text ?? ''}
              onChange={(event) => prove({ text: event.target.value })}
            />
          </div>
          {readOnly ? (
            <KeptFiles ids={before} />
          ) : (
            <>
              <KeptFiles ids={before} />
              <PhotoField
                plantId={plantId}
                onChange={(ids) =>
                  (ids.length > 0 || why.proof?.attachmentIds) && prove({ attachmentIds: [...before, ...ids] }, true)
                }
                onBusy={() => undefined}
              />
            </>
          )}
        </>
      )}
      {why.verdict === 'VERIFIED' && (
        <>
          <Check
            label={t('plans.page.isRoot')}
            checked={why.isRoot ?? false}
            onChange={(isRoot) => onChange?.({ isRoot }, true)}
          />
          {why.isRoot && (
            <div className="field">
              <label htmlFor={`${id}-part`}>{t('plans.page.contribution')}</label>
              <input
                id={`${id}-part`}
                inputMode="decimal"
                value={percent}
                onChange={(event) => {
                  setPercent(event.target.value);
                  const read = readNumber(event.target.value);
                  if (read !== undefined && read >= 0 && read <= 100) onChange?.({ contribution: read });
                }}
              />
            </div>
          )}
        </>
      )}
    </fieldset>
  );
}

type SegmentsProps<Value extends string> = {
  name: string;
  label: string;
  options: { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** A choice of few, side by side. */
export function Segments<Value extends string>({ name, label, options, value, onChange }: SegmentsProps<Value>) {
  return (
    <div className="field" role="radiogroup" aria-labelledby={name}>
      <span id={name}>{label}</span>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={`${name}-one`}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
