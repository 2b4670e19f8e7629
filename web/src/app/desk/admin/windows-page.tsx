import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WindowForm } from '../../../features/alerts/windows/window-form';
import { WindowList } from '../../../features/alerts/windows/window-list';
import { type MaintenanceWindow, useEndWindow, windowsQuery } from '../../../features/alerts/windows/windows';
import { useText, useTitle } from '../../../shared/text';
import { FormDialog, Icon, Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

type Open = { what: 'form'; window?: MaintenanceWindow } | { what: 'end'; window: MaintenanceWindow };

/** Planned work that holds alerts back, and always ends. */
export function WindowsPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  const windows = useQuery(windowsQuery(plant.id));
  const [open, setOpen] = useState<Open>();
  const leave = () => setOpen(undefined);
  useTitle(t('admin.page.maintenance'));
  return (
    <>
      <header className="head">
        <h1>{t('admin.windows.title')}</h1>
        <div className="end">
          <button type="button" className="button main" onClick={() => setOpen({ what: 'form' })}>
            <Icon name="plus" />
            {t('admin.windows.newWindow')}
          </button>
        </div>
      </header>
      <div className="said">
        <Trouble error={windows.error} />
      </div>
      {windows.data?.length === 0 && (
        <div className="admin">
          <section className="panel part wide">
            <h2>{t('admin.windows.noneTitle')}</h2>
            <p>{t('admin.windows.means')}</p>
          </section>
        </div>
      )}
      {windows.data && windows.data.length > 0 && (
        <section className="panel list flow">
          <WindowList
            windows={windows.data}
            timeZone={plant.timeZone}
            onEdit={(window) => setOpen({ what: 'form', window })}
            onEnd={(window) => setOpen({ what: 'end', window })}
          />
        </section>
      )}
      {open?.what === 'form' && (
        <WindowForm plantId={plant.id} timeZone={plant.timeZone} window={open.window} onLeave={leave} />
      )}
      {open?.what === 'end' && <End window={open.window} onLeave={leave} />}
    </>
  );
}

function End({ window, onLeave }: { window: MaintenanceWindow; onLeave: () => void }) {
  const { t } = useText();
  const ending = useEndWindow(window, onLeave);
  return (
    <FormDialog
      title={t('admin.windows.endNow')}
      submit={t('admin.windows.end')}
      error={ending.error}
      busy={ending.isPending}
      onSend={() => ending.mutate()}
      onLeave={onLeave}
    >
      <p>
        <strong>{window.reason}</strong>
      </p>
      <p>
        {window.alerts.length > 0
          ? t('admin.windows.endReturns', { count: window.alerts.length })
          : t('admin.windows.endMeans')}
      </p>
    </FormDialog>
  );
}
