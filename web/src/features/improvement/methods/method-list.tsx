import './methods.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { guideQuery } from './documents';

/** The methods that a plan may follow, with what each is for and its steps. */
export function MethodList({ plantId }: { plantId: string }) {
  const { t } = useText();
  const { data, error } = useQuery(guideQuery(plantId));
  return (
    <>
      <Trouble error={error} />
      <ul className="methods">
        {(data ?? []).map(({ code, name, about, steps }) => (
          <li key={code} className="panel">
            <h2>
              <Link to={`/desk/improvement/methods/${encodeURIComponent(code)}`}>{name}</Link>
            </h2>
            <p>{about}</p>
            <ol aria-label={t('methods.page.steps')}>
              {steps.map((step) => (
                <li key={step.code}>{step.name}</li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </>
  );
}
