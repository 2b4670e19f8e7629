import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';

/** Files of which the id alone is known; each opens whole. */
export function KeptFiles({ ids, onRemove }: { ids: string[]; onRemove?: (id: string) => void }) {
  const { t } = useText();
  if (ids.length === 0) return null;
  return (
    <ul className="photos">
      {ids.map((id, index) => {
        const name = t('plans.page.fileAt', { number: index + 1 });
        return (
          <li key={id}>
            <a href={`/attachments/${id}`} target="_blank" rel="noreferrer">
              <img src={`/attachments/${id}`} alt={name} loading="lazy" />
            </a>
            {onRemove && (
              <button type="button" aria-label={t('plans.page.removeNamed', { name })} onClick={() => onRemove(id)}>
                <Icon name="close" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
