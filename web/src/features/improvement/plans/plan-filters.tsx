import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../shared/text';
import { Icon, quantity } from '../../../shared/ui';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Method } from './documents';
import { type PlanChoice, states, views } from './plan-filter';

type Props = { plantId: string; choice: PlanChoice; methods: Method[]; found: number | undefined };

/** How the plans are shown and which, and how many that are. */
export function PlanFilters({ plantId, choice, methods, found }: Props) {
  const { t, language } = useText();
  const { view, state, method, leader, text, late, recurring, set } = choice;
  const people = useQuery(peopleQuery(plantId)).data ?? [];
  const pick = (name: string, label: string, value: string, options: [string, string][]) => (
    <label className={value ? 'filter on' : 'filter'}>
      <span className="sr">{label}</span>
      <select value={value} onChange={(event) => set(name, event.target.value)}>
        <option value="">{label}</option>
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  const flag = (name: string, label: string, on: boolean) => (
    <button
      type="button"
      className={on ? 'filter on' : 'filter'}
      aria-pressed={on}
      onClick={() => set(name, on ? '' : '1')}
    >
      {label}
    </button>
  );
  return (
    <div className="filters plan-filters">
      <span className="view-choice">
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className={view === each ? 'filter on' : 'filter'}
            aria-pressed={view === each}
            onClick={() => set('as', each === 'board' ? '' : each)}
          >
            {t(`plans.page.view.${each}`)}
          </button>
        ))}
      </span>
      {pick('state', t('plans.page.living'), state, [
        ...states.map((each): [string, string] => [each, t(`plans.state.${each}`)]),
        ['ALL', t('plans.page.allStates')],
      ])}
      {pick(
        'method',
        t('plans.page.anyMethod'),
        method,
        methods.map(({ code, name }) => [code, name]),
      )}
      {pick('leader', t('plans.page.anybody'), leader, [
        ['me', t('plans.page.withMe')],
        ...people.map(({ id, name }): [string, string] => [id, name]),
      ])}
      {flag('late', t('plans.page.late'), late)}
      {flag('recurring', t('plans.page.recurring'), recurring)}
      <label className="filter search">
        <Icon name="search" />
        <input
          type="search"
          placeholder={t('plans.page.searchFor')}
          aria-label={t('plans.page.searchFor')}
          value={text}
          onChange={(event) => set('text', event.target.value)}
        />
      </label>
      {found !== undefined && (
        <p className="muted">{t('plans.page.found', { count: found, number: quantity(found, language) })}</p>
      )}
    </div>
  );
}
