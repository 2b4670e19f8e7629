import './product-choice.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, graphql, type ResultOf } from '../../shared/api';
import { useNow } from '../../shared/live';
import { fold, useText } from '../../shared/text';
import { Icon, quantity, StatusMark, statusLook, Trouble, useTimes } from '../../shared/ui';
import { statuses } from './points';

export const placeDocument = graphql(`
  query Place($id: UUID!) {
    place(id: $id) {
      id
      code
      name
      kind
      label
      line { id name }
      supplyPoints { id product { id code name } onHand unit status heardAt isSilent }
    }
  }
`);
const productsDocument = graphql(`
  query Products($text: String!) {
    products(filter: { text: $text }, first: 20) { nodes { id code name unit } }
  }
`);

export type PlaceOfSupply = NonNullable<ResultOf<typeof placeDocument>['place']>;
type Point = PlaceOfSupply['supplyPoints'][number];

type Props = { place: PlaceOfSupply; timeZone: string; to: (productId: string | undefined) => string };

/** The products of a place, the worst first; the search goes on in the whole catalogue. */
export function ProductChoice({ place, timeZone, to }: Props) {
  const { t } = useText();
  const [text, setText] = useState('');
  const wanted = fold(text.trim());
  const points = place.supplyPoints
    .toSorted(
      (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || a.product.name.localeCompare(b.product.name),
    )
    .filter(({ product }) => fold(`${product.name} ${product.code}`).includes(wanted));
  const here = new Set(place.supplyPoints.map(({ product }) => product.id));
  const elsewhere = useQuery({
    queryKey: ['products', wanted],
    queryFn: async () => (await ask(productsDocument, { text: wanted })).products.nodes ?? [],
    enabled: wanted.length >= 2,
  });
  return (
    <>
      <ul className="products">
        {points.map((point) => (
          <li key={point.id}>
            <Link to={to(point.product.id)} className={point.isSilent ? 'hatched' : undefined}>
              <PointRow point={point} timeZone={timeZone} />
            </Link>
          </li>
        ))}
        {elsewhere.data
          ?.filter((product) => !here.has(product.id))
          .map((product) => (
            <li key={product.id}>
              <Link to={to(product.id)}>
                <span />
                <div>
                  <strong>{product.name}</strong>
                  <p>
                    <span>{t('supply.notHere')}</span> <span className="num">{product.code}</span>
                  </p>
                </div>
              </Link>
            </li>
          ))}
        <li>
          <Link to={to(undefined)} className="plain">
            {t('supply.noProduct')}
            <Icon name="right" />
          </Link>
        </li>
      </ul>
      <Trouble error={elsewhere.error} />
      <div className="thumb">
        <label className="search">
          <Icon name="search" />
          <input
            type="search"
            enterKeyHint="search"
            placeholder={t('supply.nameOrCode')}
            aria-label={t('supply.nameOrCode')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
    </>
  );
}

function PointRow({ point, timeZone }: { point: Point; timeZone: string }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const onHand = quantity(point.onHand, language);
  return (
    <>
      <StatusMark status={point.status} silent />
      <div>
        <strong>{point.product.name}</strong>
        <p>
          <span className={`word ${statusLook[point.status].tone}`}>{t(`supply.status.${point.status}`)}</span>{' '}
          <span className="num">{point.product.code}</span>
          {point.isSilent && (
            <span>
              {point.heardAt
                ? t('supply.dataFrom', { instant: times.instant(Date.parse(point.heardAt), now) })
                : t('supply.dataNever')}
            </span>
          )}
        </p>
      </div>
      <div className="qty num">
        {point.isSilent ? `${onHand} ?` : onHand}
        <i>{point.unit}</i>
      </div>
    </>
  );
}
