import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { fold, useText } from '../../shared/text';
import { alertKinds, Icon } from '../../shared/ui';
import type { AlertFilter } from './alert-list';

export const severities = ['CRITICAL', 'MAJOR', 'MINOR', 'INFORMATION'] as const;
const states = ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const;

/** The filters stand in the address, so that a filtered list can be sent to somebody. */
export function useAlertFilter(plantId: string): AlertFilter {
  const [search] = useSearchParams();
  const one = <T extends string>(name: string, values: readonly T[]) => {
    const value = search.get(name);
    return values.includes(value as T) ? [value as T] : null;
  };
  const line = search.get('line');
  const text = search.get('text')?.trim();
  const state = one('state', states);
  return {
    plantIds: [plantId],
    ...(line && { lineIds: [line] }),
    ...(one('kind', alertKinds) && { kinds: one('kind', alertKinds) }),
    ...(one('severity', severities) && { severities: one('severity', severities) }),
    ...(state && { states: state }),
    ...(text && { text: fold(text) }),
  };
}

type Props = { lines: { id: string; name: string }[]; withState?: boolean; children?: ReactNode };

export function AlertFilters({ lines, withState = false, children }: Props) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const choice = (name: string, all: string, options: { value: string; label: string }[]) => (
    <label className={search.get(name) ? 'filter on' : 'filter'}>
      <span className="sr">{all}</span>
      <select value={search.get(name) ?? ''} onChange={(event) => set(name, event.target.value)}>
        <option value="">{all}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  return (
    <search className="filters">
      {choice(
        'line',
        t('alerts.wholePlant'),
        lines.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice(
        'kind',
        t('alerts.allKinds'),
        alertKinds.map((value) => ({ value, label: t(`alerts.kind.${value}`) })),
      )}
      {choice(
        'severity',
        t('alerts.allSeverities'),
        severities.map((value) => ({ value, label: t(`alerts.severity.${value}`) })),
      )}
      {withState &&
        choice(
          'state',
          t('alerts.allStates'),
          states.map((value) => ({ value, label: t(`alerts.state.${value}`) })),
        )}
      <label className={search.get('text') ? 'filter on' : 'filter'}>
        <Icon name="search" />
        <input
          type="search"
          placeholder={t('alerts.searchFor')}
          aria-label={t('alerts.searchFor')}
          value={search.get('text') ?? ''}
          onChange={(event) => set('text', event.target.value)}
        />
      </label>
      {children}
    </search>
  );
}
