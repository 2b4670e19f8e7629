import { useEffect, useRef } from 'react';
import { newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Icon, Select } from '../../../shared/ui';
import { families } from '../dysfunctions/analysis-values';
import { verdicts, type Why } from './tree';

type Cause = Why & { family?: (typeof families)[number] };
type Props = { effect: string; causes: Cause[]; onChange?: (causes: Cause[], atOnce?: boolean) => void };

/** An Ishikawa as it is drawn: three families above the spine, three below, the effect at its head. */
export function IshikawaEditor({ effect, causes, onChange }: Props) {
  const { t } = useText();
  const drawing = useRef<HTMLDivElement>(null);
  const fresh = useRef<string>(undefined);
  useEffect(() => {
    // The keyboard goes on in the cause that it just asked for.
    if (fresh.current) drawing.current?.querySelector<HTMLElement>(`[data-cause="${fresh.current}"]`)?.focus();
    fresh.current = undefined;
  });
  const change = (id: string, part: Partial<Cause>, atOnce = false) =>
    onChange?.(
      causes.map((cause) => (cause.id === id ? { ...cause, ...part } : cause)),
      atOnce,
    );
  const add = (family: (typeof families)[number]) => {
    const cause: Cause = { id: newClientId(), family, text: '', verdict: 'OPEN' };
    fresh.current = cause.id;
    onChange?.([...causes, cause]);
  };
  return (
    <div className="fishbone" ref={drawing}>
      {families.map((family, index) => {
        const name = t(`methods.family.${family}`);
        return (
          <section key={family} className={index < 3 ? 'bone above' : 'bone under'} aria-label={name}>
            <h4>{name}</h4>
            <ul>
              {causes
                .filter((cause) => cause.family === family)
                .map((cause) => (
                  <li key={cause.id} className={cause.verdict.toLowerCase()}>
                    {onChange ? (
                      <>
                        <textarea
                          rows={2}
                          data-cause={cause.id}
                          aria-label={t('plans.page.causeIn', { family: name })}
                          value={cause.text}
                          onChange={(event) => change(cause.id, { text: event.target.value })}
                          onKeyDown={(event) => {
                            if (event.key !== 'Enter' || event.shiftKey) return;
                            event.preventDefault();
                            if (cause.text.trim() !== '') add(family);
                          }}
                        />
                        <Select
                          aria-label={t('dysfunctions.page.verdictOf')}
                          value={cause.verdict}
                          options={verdicts.map((each) => ({ value: each, label: t(`methods.verdict.${each}`) }))}
                          onChange={(verdict) => change(cause.id, { verdict }, true)}
                        />
                        <button
                          type="button"
                          className="iconbutton"
                          aria-label={t('plans.page.removeNamed', { name: cause.text || name })}
                          onClick={() =>
                            onChange(
                              causes.filter(({ id }) => id !== cause.id),
                              true,
                            )
                          }
                        >
                          <Icon name="bin" />
                        </button>
                      </>
                    ) : (
                      <>
                        {cause.text} <small>{t(`methods.verdict.${cause.verdict}`)}</small>
                      </>
                    )}
                  </li>
                ))}
            </ul>
            {onChange && (
              <button
                type="button"
                className="add"
                aria-label={t('plans.page.addCauseIn', { family: name })}
                onClick={() => add(family)}
              >
                + {t('dysfunctions.page.addCause')}
              </button>
            )}
          </section>
        );
      })}
      <p className="spine">
        <span>{effect}</span>
      </p>
    </div>
  );
}
