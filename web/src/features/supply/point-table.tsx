import { Link } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { quantity, StatusMark, shortLeft, statusLook, useTimes } from '../../shared/ui';
import type { SupplyPoint } from './points';

type Props = {
  points: SupplyPoint[];
  selectedId: string | undefined;
  onSelect: (id: string) => void;
  timeZone: string;
  stores: boolean;
};

/**
 * The points of a line (or of the stores), the worst first; a row chosen shows its curve above. Supplier deliveries reach the
 * stores, so that the next one is theirs to show.
 */
export function PointTable({ points, selectedId, onSelect, timeZone, stores }: Props) {
  const { t } = useText();
  const columns = [
    'status',
    'product',
    stores ? '' : 'place',
    'onHand',
    stores ? 'reorderPoint' : 'minimum',
    'cover',
    'runsOut',
    stores ? 'next' : '',
    'alert',
  ];
  const numbers = new Set(['onHand', 'reorderPoint', 'minimum', 'cover', 'runsOut']);
  return (
    <table>
      <thead>
        <tr>
          {columns.filter(Boolean).map((column) => (
            <th key={column} className={numbers.has(column) ? 'right' : undefined}>
              {t(`supply.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Row
            key={point.id}
            point={point}
            selected={point.id === selectedId}
            onSelect={() => onSelect(point.id)}
            timeZone={timeZone}
            stores={stores}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { point: SupplyPoint; selected: boolean; onSelect: () => void; timeZone: string; stores: boolean };

function Row({ point, selected, onSelect, timeZone, stores }: RowProps) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const number = (value: number | null) => (value === null ? '–' : quantity(value, language));
  const runsOut = point.runsOutAt ? Date.parse(point.runsOutAt) : undefined;
  const urgent = point.status === 'CRITICAL' || point.status === 'STOCK_OUT';
  const next = point.nextDelivery;
  return (
    <tr
      className={[selected ? 'on' : '', point.isSilent ? 'hatched' : ''].join(' ').trim() || undefined}
      onClick={onSelect}
    >
      <td>
        <span className="status">
          <StatusMark status={point.status} silent />
          <span className={`word ${statusLook[point.status].tone}`}>{t(`supply.status.${point.status}`)}</span>
        </span>
      </td>
      <td className="wrap">
        <button type="button" className="pick" aria-pressed={selected} onClick={onSelect}>
          <b>{point.product.name}</b> <span className="code muted num">{point.product.code}</span>
        </button>
      </td>
      {!stores && <td className="wrap">{point.place?.name}</td>}
      <td className="right num q">
        {number(point.onHand)} {point.isSilent ? '?' : <small>{point.unit}</small>}
        {point.variance && <small className="danger"> {t('supply.variance')}</small>}
      </td>
      <td className="right num">{number(stores ? point.reorderPoint : point.minimum)}</td>
      {point.isSilent ? (
        <td className="right" colSpan={2}>
          {point.heardAt
            ? t('supply.dataFrom', { instant: times.instant(Date.parse(point.heardAt), now) })
            : t('supply.dataNever')}
        </td>
      ) : (
        <>
          <td className={`right num q ${urgent ? 'danger' : ''}`}>
            {runsOut === undefined ? (
              <small className="muted">{t(`supply.coverReason.${point.coverReason ?? 'UNKNOWN'}`)}</small>
            ) : (
              shortLeft(runsOut, now, t)
            )}
          </td>
          <td className={`right num q ${urgent ? 'danger' : ''}`}>
            {runsOut === undefined ? '–' : times.instant(runsOut, now)}
          </td>
        </>
      )}
      {stores && (
        <td className="num">
          {next ? (
            <>
              <b>{times.instant(Date.parse(next.dueAt), now)}</b> +{number(next.outstanding)}
              {next.state === 'LATE' && <span className="danger"> {t('supply.late')}</span>}
            </>
          ) : (
            <span className="muted">–</span>
          )}
        </td>
      )}
      <td>
        {point.openAlert && (
          <Link to={`/desk/alerts/${point.openAlert.id}`} onClick={(event) => event.stopPropagation()}>
            {point.openAlert.state === 'RAISED' && point.openAlert.severity !== 'INFORMATION' ? (
              <span className="nobody">{t('alerts.nobody')}</span>
            ) : (
              <span className="link num">{point.openAlert.number}</span>
            )}
          </Link>
        )}
      </td>
    </tr>
  );
}
