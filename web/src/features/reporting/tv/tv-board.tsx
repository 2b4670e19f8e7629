import './tv.css';
import './tv-tile.css';
import type { Board, Freshness } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { useTimes } from '../../../shared/ui';
import { AlertCard, byUrgency, MoreAlerts } from './alert-card';
import { Header } from './header';
import { Strip } from './strip';
import { Tile } from './tile';

const tilesOnPage = 8;
const cards = 4;
const pageMs = 15_000;

type Props = { board: Board; now: number; freshness: Freshness; heardAt: number };

/** The wall: 1920 × 1080, no scroll, no touch. Pages turn by the server's clock, so that all walls show the same one. */
export function TvBoard({ board, now, freshness, heardAt }: Props) {
  const { t } = useText();
  const times = useTimes(board.plant.timeZone);
  const stale = freshness === 'stale' || freshness === 'old';
  const view = { now, stale, times };
  const pages = Math.max(1, Math.ceil(board.lines.length / tilesOnPage));
  const page = Math.floor(now / pageMs) % pages;
  const lines = board.lines.slice(page * tilesOnPage, (page + 1) * tilesOnPage);
  const alerts = byUrgency(board.openAlerts);
  const shown = alerts.length > cards ? alerts.slice(0, cards - 1) : alerts;
  return (
    <div className={`tv ${stale ? 'stale' : ''} ${freshness === 'old' ? 'old' : ''}`}>
      <Header
        plant={board.plant}
        shift={board.shift}
        counters={board.counters}
        view={view}
        freshness={freshness}
        heardAt={heardAt}
      />
      <main>
        <section className={`tiles ${layout(board.lines.length)}`} aria-label={t('reporting.tv.lines')}>
          {lines.map((line) => (
            <Tile key={line.line.id} line={line} alerts={alerts} view={view} />
          ))}
          {lines.length === 0 && <p className="empty">{t('reporting.tv.noLines')}</p>}
        </section>
        <ol className="column" aria-label={t('reporting.tv.openAlerts')}>
          {shown.map((alert) => (
            <AlertCard key={alert.id} alert={alert} view={view} />
          ))}
          {alerts.length > shown.length && <MoreAlerts alerts={alerts.slice(shown.length)} stale={stale} />}
          {alerts.length === 0 && <li className="empty">{t('reporting.tv.noAlerts')}</li>}
        </ol>
      </main>
      <Strip board={board} page={page} pages={pages} view={view} />
    </div>
  );
}

/** Few lines fill the wall, too. */
function layout(lines: number): string {
  if (lines <= 2) return `large rows${Math.max(1, lines)}`;
  return lines > 6 ? 'rows4' : `rows${Math.ceil(lines / 2)}`;
}
