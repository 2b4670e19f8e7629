import { useEffect, useId, useState } from 'react';
import { useText } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { CommandForm } from './command-form';
import { type Offered, offered, useAlertCommand } from './commands';
import type { AlertDetail } from './documents';

/** Sent by one press; the others ask for words first. */
const silent: Offered[] = ['ACKNOWLEDGE', 'CONFIRM', 'START', 'RESTART_LINE', 'UNSHELVE'];
/** The steps of an alert's life, one of which is the next. */
const steps: Offered[] = ['CONFIRM', 'ACKNOWLEDGE', 'START', 'RESOLVE', 'CLOSE'];
const lettered: Offered[] = ['ACKNOWLEDGE', 'ASSIGN'];

type Props = {
  alert: AlertDetail;
  plantId: string;
  kept: Offered[];
  /** Where letters press buttons: a part of the page that has the focus, never the whole page. */
  keysIn?: React.RefObject<HTMLElement | null>;
};

/**
 * What can be done with an alert: the next step is the one main button. The commands in `kept` keep their places; one that is not
 * possible now stays, dashed, and says why.
 */
export function CommandBar({ alert, plantId, kept, keysIn }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState<Offered>();
  const [unfolded, setUnfolded] = useState(false);
  const why = useId();
  const sending = useAlertCommand(alert);
  const states = new Map(alert.commands.map((each) => [each.command, each]));
  const may = (name: Offered) => states.get(name)?.allowed === true;
  const next = alert.state === 'SHELVED' && may('UNSHELVE') ? 'UNSHELVE' : steps.find(may);
  const possible = offered.filter((name) => name !== next && (kept.includes(name) || may(name)));
  // Without places to keep (a phone), what is rarer waits behind one button, so that the alert stays in sight.
  const folded = kept.length === 0 && possible.length > 4 && !unfolded;
  const shown = folded ? possible.slice(0, 3) : possible;
  const told = reasons(shown, states);
  const press = (name: Offered) => {
    if (!may(name) || sending.isPending) return;
    if (silent.includes(name)) sending.mutate({ name });
    else {
      sending.reset();
      setOpen(name);
    }
  };
  useEffect(() => {
    const part = keysIn?.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).closest('dialog')) return;
      const name = lettered.find((each) => t(`alerts.key.${each}`) === event.key.toUpperCase());
      if (name) press(name);
    };
    part?.addEventListener('keydown', onKey);
    return () => part?.removeEventListener('keydown', onKey);
  });
  const label = (name: Offered) => (
    <>
      {t(`alerts.command.${name}`)}
      {keysIn && lettered.includes(name) && (
        <span className="kbd" aria-hidden="true">
          {t(`alerts.key.${name}`)}
        </span>
      )}
    </>
  );
  return (
    <div className="commands">
      {!open && <Trouble error={sending.error} />}
      {next && (
        <button
          type="button"
          className="button main first"
          aria-disabled={sending.isPending || undefined}
          onClick={() => press(next)}
        >
          {label(next)}
        </button>
      )}
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-disabled={!may(name) || sending.isPending || undefined}
          aria-describedby={may(name) ? undefined : `${why}-${told.findIndex(({ names }) => names.includes(name))}`}
          onClick={() => press(name)}
        >
          {label(name)}
        </button>
      ))}
      {folded && (
        <button type="button" className="button" onClick={() => setUnfolded(true)}>
          {t('alerts.choice.more')}
        </button>
      )}
      {told.map(({ reason, names }, index) => (
        <p key={reason} id={`${why}-${index}`} className="why">
          <b>{names.map((name) => t(`alerts.command.${name}`)).join(', ')}</b> {reason}
        </p>
      ))}
      {open && (
        <CommandForm
          name={open}
          alert={alert}
          plantId={plantId}
          error={sending.error}
          busy={sending.isPending}
          onSend={(said) => sending.mutate({ name: open, said }, { onSuccess: () => setOpen(undefined) })}
          onLeave={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

/** Why commands are not possible now, those that share a reason together. */
function reasons(names: Offered[], states: Map<string, { allowed: boolean; reason: string | null }>) {
  const found = new Map<string, Offered[]>();
  for (const name of names) {
    const state = states.get(name);
    if (state?.reason && !state.allowed) found.set(state.reason, [...(found.get(state.reason) ?? []), name]);
  }
  return [...found].map(([reason, names]) => ({ reason, names }));
}
