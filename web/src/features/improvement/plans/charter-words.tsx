import { useText } from '../../../shared/text';
import { Field } from '../../../shared/ui';

type Props = {
  names: readonly string[];
  path: string;
  label: string;
  values: string[];
  onChange: (values: string[]) => void;
};

/** Several sentences of one kind, side by side. */
export const CharterWords = ({ names, path, label, values, onChange }: Props) => {
  const { t } = useText();
  return (
    <div className="two">
      {names.map((name, at) => (
        <Field key={name} name={`${path}.${name}`} label={t(`${label}.${name}`)}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={values[at] ?? ''}
              onChange={(event) => onChange(values.map((value, index) => (index === at ? event.target.value : value)))}
            />
          )}
        </Field>
      ))}
    </div>
  );
};
