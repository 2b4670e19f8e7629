import type { Board, BoardAlert } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Icon, shortName } from '../../../shared/ui';
import type { TvView } from './tile';

type Step = 'raised' | 'again' | 'taken' | 'started' | 'assigned' | 'cleared' | 'stopped';
type Change = { alert: BoardAlert; step: Step; at: number };

/** The newest step that the open alerts tell of. */
export function lastChange(alerts: BoardAlert[]): Change | undefined {
  const steps = alerts.flatMap((alert): Change[] => {
    const told: [Step, string | null][] = [
      ['raised', alert.recordedAt],
      ['again', alert.occurrenceCount > 1 ? alert.lastSeenAt : null],
      ['assigned', alert.assignment?.at ?? null],
      ['taken', alert.owner && !alert.assignment ? alert.acknowledgedAt : null],
      ['started', alert.owner && alert.startedAt],
      ['stopped', alert.lineStoppedAt],
      ['cleared', alert.conditionHolds ? null : alert.conditionClearedAt],
    ];
    return told.flatMap(([step, at]) => (at === null ? [] : [{ alert, step, at: Date.parse(at) }]));
  });
  return steps.reduce<Change | undefined>((newest, step) => (newest && newest.at > step.at ? newest : step), undefined);
}

/** What changed last, and which of several pages one sees. */
export function Strip({ board, page, pages, view }: { board: Board; page: number; pages: number; view: TvView }) {
  const { t } = useText();
  const change = lastChange(board.openAlerts);
  const sounding = view.stale ? undefined : board.openAlerts.find((alert) => alert.soundsEverywhere);
  const ok = board.lines.filter((line) => line.status === 'OK').length;
  return (
    <footer className={pages > 1 ? 'strip' : 'strip alone'}>
      {sounding ? (
        <Nobody alert={sounding} />
      ) : change ? (
        <News change={change} view={view} />
      ) : (
        board.lines.length > 0 && (
          <p className="news">
            <Icon name="check" />
            <span>{t('reporting.tv.linesOk', { count: ok, total: board.lines.length })}</span>
          </p>
        )
      )}
      {pages > 1 && (
        <p className="pages">
          {t('reporting.tv.page', { page: page + 1, pages })}
          <span aria-hidden="true">
            {Array.from({ length: pages }, (_, index) => (
              <i key={index} className={index === page ? 'here' : ''} />
            ))}
          </span>
        </p>
      )}
    </footer>
  );
}

/** Nobody who was called can be reached: the strip says it to whoever stands before the wall. */
function Nobody({ alert }: { alert: BoardAlert }) {
  const { t } = useText();
  const where = alert.line ?? alert.place ?? alert.area;
  return (
    <p className="everywhere" role="alert">
      <Icon name="bell" />
      <b>{t('reporting.tv.everywhere')}</b>
      <span className="cut">
        {[t(`alerts.kind.${alert.kind}`), where?.name, alert.product?.name].filter(Boolean).join(' · ')}
      </span>
      <span>{alert.number}</span>
    </p>
  );
}

function News({ change, view }: { change: Change; view: TvView }) {
  const { t } = useText();
  const { alert, step, at } = change;
  const moment = view.times.moment(at, view.now);
  const place = [alert.line?.name ?? alert.place?.name ?? alert.area?.name, alert.product?.name].filter(Boolean);
  return (
    <p className="news">
      <b>
        {t(`reporting.tv.change.${step}`, {
          moment,
          name: shortName((step === 'assigned' ? alert.assignment?.assignee : alert.owner)?.name ?? ''),
        })}
      </b>
      <span>{alert.number}</span>
      <span className="cut">{place.join(' · ')}</span>
    </p>
  );
}
