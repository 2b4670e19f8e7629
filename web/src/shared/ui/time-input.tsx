import { type InputHTMLAttributes, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../text';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  /** `05:30`, on 24 hours, or nothing. */
  value: string;
  onChange: (time: string) => void;
};

/** A time as the plant writes it, on 24 hours whatever the browser's country: `5`, `530`, `5h30` and `5:30` are all `05:30`. */
export function TimeInput({ value, onChange, ...control }: Props) {
  const { t } = useText();
  const [typed, setTyped] = useState<string>();
  // What cannot be read stays in sight, for the browser to complain of.
  const settle = () => {
    if (typed === '' || (typed !== undefined && readTime(typed))) setTyped(undefined);
  };
  return (
    <input
      {...control}
      className="num"
      inputMode="numeric"
      autoComplete="off"
      placeholder="00:00"
      title={t('admin.timeFormat')}
      maxLength={5}
      pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
      value={typed ?? value}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = readTime(event.target.value);
        if (read) onChange(read);
        else if (event.target.value === '') onChange('');
      }}
      onBlur={settle}
      // Before the form is sent, and with it looked at whether each field is as it must be.
      onKeyDown={(event) => event.key === 'Enter' && flushSync(settle)}
    />
  );
}

/** The time that somebody means, or nothing. */
export function readTime(typed: string): string | undefined {
  const found = /^(\d{1,2})\s*[:hH.]?\s*(\d{2})?$/.exec(typed.trim());
  const [, hour = '', minute = '00'] = found ?? [];
  return found && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
