import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { ask, graphql } from '../../shared/api';
import { useText } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { Head } from './head';

const labelDocument = graphql(`query Label($label: String!) { placeByLabel(label: $label) { id } }`);

/** Opened by a place's QR label: goes on to the place's products. */
export function LabelPage() {
  const { t } = useText();
  const { label = '' } = useParams();
  const place = useQuery({
    queryKey: ['label', label],
    queryFn: async () => (await ask(labelDocument, { label })).placeByLabel,
  });
  if (place.data) return <Navigate to={`/raise/${place.data.id}`} replace />;
  return (
    <>
      <Head title={label} back />
      <main className="said">
        <Trouble error={place.error} />
        {place.data === null && <p>{t('organisation.unknownLabel', { label })}</p>}
      </main>
    </>
  );
}
