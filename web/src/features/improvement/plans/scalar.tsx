import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Select } from '../../../shared/ui';
import { peopleQuery, placesQuery } from '../dysfunctions/dysfunctions';
import { productsQuery } from './plans';
import { type Amount, amountText, type FieldType, readNumber } from './values';

type Props = {
  id?: string;
  labelledBy?: string | undefined;
  label?: string;
  type: FieldType;
  unit?: string | null;
  choices: { code: string; name: string }[];
  plantId: string;
  value: unknown;
  /** In a table: low, a choice is a list, and a number has the unit of its column. */
  tight?: boolean;
  onChange: (value: unknown, atOnce?: boolean) => void;
};

/** What writes one plain value: a field of its own, or a cell of a table. */
export function Scalar({ id, labelledBy, label, type, unit, choices, plantId, value, tight = false, onChange }: Props) {
  const { t } = useText();
  const named = { ...(id && { id }), ...(label && { 'aria-label': label }) };
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'NUMBER':
      return tight ? (
        <NumberInput
          named={named}
          unit=""
          value={{ value }}
          onChange={(given) => onChange((given as Amount | null)?.value ?? null)}
        />
      ) : (
        <NumberInput named={named} unit={unit ?? null} value={value} onChange={onChange} />
      );
    case 'DATE':
      return <input {...named} type="date" value={text} onChange={(event) => onChange(event.target.value, true)} />;
    case 'YES_NO': {
      const answers = [true, false].map((each) => ({
        code: String(each),
        name: t(each ? 'plans.page.yes' : 'plans.page.no'),
      }));
      const given = typeof value === 'boolean' ? String(value) : '';
      return (
        <Choice
          {...{ named, labelledBy, tight }}
          choices={answers}
          value={given}
          onChange={(code) => onChange(code === '' ? null : code === 'true', true)}
        />
      );
    }
    case 'CHOICE':
      return (
        <Choice {...{ named, labelledBy, tight, choices }} value={text} onChange={(code) => onChange(code, true)} />
      );
    case 'PERSON':
    case 'PLACE':
    case 'PRODUCT':
      return (
        <Thing named={named} type={type} plantId={plantId} value={text} onChange={(chosen) => onChange(chosen, true)} />
      );
    default:
      return (
        <textarea
          {...named}
          rows={tight ? 2 : Math.min(8, Math.max(2, Math.ceil(text.length / 90)))}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

type Named = { id?: string; 'aria-label'?: string };

type ChoiceProps = {
  named: Named;
  labelledBy: string | undefined;
  tight: boolean;
  choices: { code: string; name: string }[];
  value: string;
  onChange: (code: string) => void;
};

/** A few answers lie open; many are a list. */
function Choice({ named, labelledBy, tight, choices, value, onChange }: ChoiceProps) {
  const { t } = useText();
  if (tight || choices.length > 4)
    return (
      <Select
        {...named}
        mayBeEmpty
        value={value}
        empty={tight ? '–' : t('common.choose')}
        options={choices.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={onChange}
      />
    );
  return (
    <div className="options" role="radiogroup" aria-labelledby={labelledBy}>
      {choices.map(({ code, name }) => (
        <label key={code}>
          <input type="radio" name={named.id} checked={value === code} onChange={() => onChange(code)} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}

type NumberProps = { named: Named; unit: string | null; value: unknown; onChange: Props['onChange'] };

/** A quantity with its unit: the field's own, or the one that is written. */
function NumberInput({ named, unit, value, onChange }: NumberProps) {
  const { t, language } = useText();
  const amount = (value ?? {}) as Amount;
  const [typed, setTyped] = useState<string>();
  const put = (part: Amount) => onChange({ ...amount, ...(unit && { unit }), ...part });
  return (
    <span className="amount-input">
      <input
        {...named}
        inputMode="decimal"
        className="num"
        value={typed ?? amountText({ value: amount.value }, language)}
        aria-invalid={typed !== undefined && typed !== '' && readNumber(typed) === undefined ? true : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const read = readNumber(event.target.value);
          if (read !== undefined) put({ value: read });
          else if (event.target.value === '') onChange(null);
        }}
        onBlur={() => (typed === '' || readNumber(typed ?? '') !== undefined) && setTyped(undefined)}
      />
      {unit !== null ? (
        unit && <span>{unit}</span>
      ) : (
        <input
          aria-label={t('plans.page.unit')}
          placeholder={t('plans.page.unit')}
          value={amount.unit ?? ''}
          onChange={(event) => put({ unit: event.target.value })}
        />
      )}
    </span>
  );
}

type ThingProps = {
  named: Named;
  type: 'PERSON' | 'PLACE' | 'PRODUCT';
  plantId: string;
  value: string;
  onChange: (id: string) => void;
};

function Thing({ named, type, plantId, value, onChange }: ThingProps) {
  const { t } = useText();
  const options = useThings(type, plantId);
  return (
    <Select {...named} mayBeEmpty value={value} empty={t('common.choose')} options={options} onChange={onChange} />
  );
}

/** The people, places or products of a plant, to choose from and to name. */
export function useThings(type: 'PERSON' | 'PLACE' | 'PRODUCT', plantId: string): { value: string; label: string }[] {
  const people = useQuery({ ...peopleQuery(plantId), enabled: type === 'PERSON' });
  const places = useQuery({ ...placesQuery(plantId), enabled: type === 'PLACE' });
  const products = useQuery({ ...productsQuery(plantId), enabled: type === 'PRODUCT' });
  if (type === 'PERSON') return (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (type === 'PLACE')
    return (places.data ?? []).map(({ id, name, line }) => ({
      value: id,
      label: line && line.name !== name ? `${line.name} · ${name}` : name,
    }));
  return (products.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }));
}
