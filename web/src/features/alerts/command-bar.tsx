import { useState } from 'react';
import { useText } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { CommandForm } from './command-form';
import { type Offered, offered, useAlertCommand } from './commands';
import type { AlertDetail } from './documents';

const silent: Offered[] = ['ACKNOWLEDGE', 'CONFIRM', 'START'];

type Props = { alert: AlertDetail; plantId: string; kept: Offered[] };

/**
 * What can be done with an alert: the next step is the one main button. The commands in `kept` keep their places; one that is not
 * possible now stays, dashed, and says why.
 */
export function CommandBar({ alert, plantId, kept }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState<Offered>();
  const sending = useAlertCommand(alert);
  const states = new Map(alert.commands.map((each) => [each.command, each]));
  const may = (name: Offered) => states.get(name)?.allowed === true;
  const next = offered.find((name) => may(name) && name !== 'COMMENT');
  const shown = offered.filter((name) => name === next || kept.includes(name) || may(name));
  const first = shown.find((name) => name === next);
  const press = (name: Offered) => {
    if (!may(name)) return;
    if (silent.includes(name)) sending.mutate({ name });
    else {
      sending.reset();
      setOpen(name);
    }
  };
  return (
    <div className="commands">
      {!open && <Trouble error={sending.error} />}
      {first && (
        <button type="button" className="button main first" disabled={sending.isPending} onClick={() => press(first)}>
          {t(`alerts.command.${first}`)}
        </button>
      )}
      {shown
        .filter((name) => name !== first)
        .map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-disabled={!may(name)}
            title={states.get(name)?.reason ?? undefined}
            onClick={() => press(name)}
          >
            {t(`alerts.command.${name}`)}
          </button>
        ))}
      {shown
        .filter((name) => !may(name) && states.get(name)?.reason)
        .slice(0, 1)
        .map((name) => (
          <p key={name} className="why">
            {t('alerts.notNow', { command: t(`alerts.command.${name}`), reason: states.get(name)?.reason })}
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
