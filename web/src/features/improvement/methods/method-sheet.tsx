import './methods.css';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import type { Method } from './documents';

type Step = Method['steps'][number];

/** A method from step to step: what each asks for and why, how an example fills it, and what has to hold before it is signed. */
export function MethodSheet({ method }: { method: Method }) {
  const { t } = useText();
  return (
    <div className="method">
      <nav className="panel" aria-label={t('methods.page.steps')}>
        <ol>
          {method.steps.map(({ code, name }) => (
            <li key={code}>
              <a href={`#step-${code}`}>{name}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="method-steps">
        <p className="about">{method.about}</p>
        {method.steps.map((step) => (
          <StepPart key={step.code} step={step} sponsor={method.sponsorTitle} />
        ))}
      </div>
    </div>
  );
}

function StepPart({ step, sponsor }: { step: Step; sponsor: string }) {
  const { t } = useText();
  return (
    <section id={`step-${step.code}`} className="panel" aria-labelledby={`name-${step.code}`}>
      <h2 id={`name-${step.code}`}>{step.name}</h2>
      <p>{step.purpose}</p>
      <dl className="when">
        <div>
          <dt>{t('methods.page.signs')}</dt>
          <dd>{step.signs === 'SPONSOR' ? sponsor : t('methods.signedBy.LEADER')}</dd>
        </div>
        {step.due && (
          <div>
            <dt>{t('methods.page.due')}</dt>
            <dd>{step.due}</dd>
          </div>
        )}
        {step.checks && step.checks.length > 0 && (
          <div>
            <dt>{t('reports.page.checks')}</dt>
            <dd>{t('methods.page.checks', { days: step.checks.join(', ') })}</dd>
          </div>
        )}
      </dl>
      {step.fields.length === 0 && <p className="muted">{t('methods.page.noFields')}</p>}
      {step.fields.map((field) => (
        <div key={field.code} className="method-field">
          <h3>
            {field.name} <small>{t(`methods.fieldType.${field.type}`)}</small>
            {field.required && <small> · {t('methods.page.required')}</small>}
          </h3>
          {field.hint && <p className="hint">{field.hint}</p>}
          {parts(field) && <p className="hint">{parts(field)}</p>}
          {field.example && (
            <div className="example">
              <b>{t('methods.page.example')}</b>
              {field.example}
            </div>
          )}
        </div>
      ))}
      <h3>{t('methods.page.gate')}</h3>
      <ul className="asks">
        {step.gate.map((sentence) => (
          <li key={sentence}>
            <Icon name="check" />
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a table has columns for, or a choice offers. */
const parts = ({ columns, choices }: Step['fields'][number]) =>
  (columns ?? choices ?? []).map(({ name }) => name).join(' · ');
