import { useText } from '../../../shared/text';
import type { Load } from './health';

type Row = { key: string; name: string; detail?: string; load: Load };

/** Who gives the most work, as bars of what was raised, longest first, with what is unhealthy of it. */
export function Loads({ title, rows }: { title: string; rows: Row[] }) {
  const { t } = useText();
  const most = Math.max(1, ...rows.map(({ load }) => load.transitions));
  return (
    <section className="panel loads">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('health.column.what')}</th>
            <th>{t('health.column.transitions')}</th>
            <th className="right">{t('health.column.raised')}</th>
            <th className="right">{t('health.column.chattering')}</th>
            <th className="right">{t('health.column.stale')}</th>
            <th className="right">{t('health.column.inFloods')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, detail, load }) => (
            <tr key={key}>
              <td className="wrap">
                {name}
                {detail && <small>{detail}</small>}
              </td>
              <td className="bar">
                <i style={{ width: `${(load.transitions / most) * 100}%` }} />
                <b className="num">{load.transitions}</b>
              </td>
              <td className="right num">{load.raised}</td>
              {[load.chattering, load.stale, load.inFloods].map((count, index) => (
                <td key={index} className="right num">
                  {count > 0 ? <b>{count}</b> : <span className="muted">0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="none">{t('health.nothing')}</p>}
    </section>
  );
}
