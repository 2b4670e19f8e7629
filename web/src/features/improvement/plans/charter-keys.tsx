import { newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Field, Group, Icon, Select } from '../../../shared/ui';
import { useThings } from './scalar';

export type Key = { key: string; family: string; placeId: string; productId: string };

/** What the plan is about: the products and places by which its recurrence is seen. */
export function CharterKeys({
  keys,
  plantId,
  onChange,
}: {
  keys: Key[];
  plantId: string;
  onChange: (keys: Key[]) => void;
}) {
  const { t } = useText();
  const places = useThings('PLACE', plantId);
  const products = useThings('PRODUCT', plantId);
  const set = (key: string, part: Partial<Key>) =>
    onChange(keys.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <Group name="keys" label={t('plans.page.keys')} hint={t('plans.page.keysHint')}>
      <ul className="row-editor keys-editor">
        {keys.map((each, index) => (
          <li key={each.key}>
            <Field name={`keys[${index}].productId`} label={t('plans.page.product')}>
              {(control) => (
                <Select
                  {...control}
                  mayBeEmpty
                  value={each.productId}
                  empty={t('plans.page.any')}
                  options={products}
                  onChange={(productId) => set(each.key, { productId })}
                />
              )}
            </Field>
            <Field name={`keys[${index}].placeId`} label={t('dysfunctions.page.place')}>
              {(control) => (
                <Select
                  {...control}
                  mayBeEmpty
                  value={each.placeId}
                  empty={t('plans.page.any')}
                  options={places}
                  onChange={(placeId) => set(each.key, { placeId })}
                />
              )}
            </Field>
            <button
              type="button"
              className="iconbutton"
              aria-label={`${t('dysfunctions.page.remove')} ${index + 1}`}
              onClick={() => onChange(keys.filter(({ key }) => key !== each.key))}
            >
              <Icon name="bin" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => onChange([...keys, { key: newClientId(), family: '', placeId: '', productId: '' }])}
      >
        <Icon name="plus" />
        {t('plans.page.addKey')}
      </button>
    </Group>
  );
}
