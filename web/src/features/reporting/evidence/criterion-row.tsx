import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { Icon, quantity, Trouble } from '../../../shared/ui';
import { dayOf } from './days';
import { type Asked, type Criterion, recordsQuery } from './evidence';

const steps = [20, 200, 1_000];

type Props = { criterion: Criterion; asked: Asked; timeZone: string };

/** A criterion with what it stands at; one that is shown opens to its records. */
export function CriterionRow({ criterion, asked, timeZone }: Props) {
  const { t, language } = useText();
  const [isOpen, setOpen] = useState(false);
  const name = (
    <>
      <span className="num">{criterion.id}</span>
      <span className="name">{criterion.name}</span>
    </>
  );
  if (criterion.state !== 'SHOWN')
    return (
      <p className="criterion" title={t(`evidence.stateHint.${criterion.state}`)}>
        {name}
        <em className={criterion.state === 'EMPTY' ? 'empty' : 'to-observe'}>
          {t(`evidence.state.${criterion.state}`)}
        </em>
      </p>
    );
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="criterion">
        {name}
        <b>
          {t('evidence.recordCount', { count: criterion.count, number: quantity(criterion.count, language) })}
          <Icon name="down" />
        </b>
      </summary>
      {isOpen && <Records criterion={criterion} asked={asked} timeZone={timeZone} />}
    </details>
  );
}

function Records({ criterion, asked, timeZone }: Props) {
  const { t, language } = useText();
  const [step, setStep] = useState(0);
  const { data = [], error } = useQuery(recordsQuery(asked, criterion.id, steps[step] ?? 1_000));
  return (
    <>
      <Trouble error={error} />
      <ol className="records">
        {data.map((record) => (
          <li key={`${record.at}${record.kind}${record.subject.id}${record.text}`}>
            <time dateTime={record.at}>{dayOf(record.at, timeZone, language)}</time>
            {record.link ? (
              <Link className="link" to={record.link}>
                {record.text}
              </Link>
            ) : (
              <span>{record.text}</span>
            )}
            <small>{t(`evidence.role.${record.role}`)}</small>
          </li>
        ))}
      </ol>
      {data.length < criterion.count && step < steps.length - 1 && (
        <button type="button" className="button quiet" onClick={() => setStep(step + 1)}>
          {t('evidence.more')}
        </button>
      )}
    </>
  );
}
