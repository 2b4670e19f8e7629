import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Refused, refusals } from '../api';
import { useText } from '../text';
import { Trouble } from './trouble';

const Refusals = createContext<Refused[]>([]);

type FormProps = {
  error: unknown;
  onSend: () => void;
  children: ReactNode;
  className?: string;
  label?: string;
};

/**
 * A form whose refusals stand at their fields: the first of them gets the focus. What no field of the form shows is said as one
 * sentence by `FormTrouble`.
 */
export function Form({ error, onSend, children, className = 'form', label }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const refused = refusals(error);
  useLayoutEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Refusals value={refused}>
      <form ref={form} className={className} onSubmit={submit} aria-label={label}>
        {children}
      </form>
    </Refusals>
  );
}

/** The trouble of a form that no field of it shows. */
export function FormTrouble({ error }: { error: unknown }) {
  const here = useRef<HTMLDivElement>(null);
  const refused = useContext(Refusals);
  const [shown, setShown] = useState<string[]>([]);
  useLayoutEffect(() => {
    if (!error) return;
    const fields = here.current?.closest('form, .editor')?.querySelectorAll<HTMLElement>('[data-field]') ?? [];
    setShown([...fields].flatMap((field) => field.dataset.field?.split(' ') ?? []));
  }, [error]);
  const rest = refused.filter(({ field }) => !field || !shown.includes(field));
  return (
    <div ref={here} className="rest">
      {refused.length === 0 ? (
        <Trouble error={error} />
      ) : (
        rest.length > 0 && <Trouble error={error} said={rest[0]?.message} />
      )}
    </div>
  );
}

type Control = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string };
type FieldProps = {
  /** As the server names it in a refusal. */
  name: string;
  /** Another name it has there: of what it is the first part of. */
  also?: string;
  label: ReactNode;
  hint?: string | undefined;
  className?: string;
  /** The label is read aloud, and something else on the screen shows it: a table's head. */
  silent?: boolean;
  children: (control: Control) => ReactNode;
};

/** A control with its label, its hint and what the server refused about it. */
export function Field({ name, also, label, hint, className = '', silent = false, children }: FieldProps) {
  const id = useId();
  const wrong = useContext(Refusals).find(({ field }) => field === name || (also && field === also))?.message;
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={`field ${className}`} data-field={also ? `${name} ${also}` : name}>
      <label htmlFor={id} className={silent ? 'sr' : undefined}>
        {label}
      </label>
      {children({ id, ...(wrong && { 'aria-invalid': true }), ...(told && { 'aria-describedby': told }) })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {wrong && (
        <small id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </small>
      )}
    </div>
  );
}

type GroupProps = {
  name: string;
  label: string;
  hint?: string;
  className?: string;
  silent?: boolean;
  children: ReactNode;
};

/** Several controls that answer one question, such as the days of a week. */
export function Group({ name, label, hint, className = '', silent = false, children }: GroupProps) {
  const id = useId();
  const wrong = useContext(Refusals).find(({ field }) => field === name)?.message;
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <fieldset className={`field ${className}`} data-field={name} {...(told && { 'aria-describedby': told })}>
      <legend className={silent ? 'sr' : undefined}>{label}</legend>
      {children}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {wrong && (
        <small id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </small>
      )}
    </fieldset>
  );
}

type CheckProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; className?: string };

/** A box that is ticked, as one large target. */
export const Check = ({ label, checked, onChange, className = 'check' }: CheckProps) => (
  <label className={className}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);

type SelectProps<Value extends string> = Partial<Control> & {
  value: Value | '';
  options: { value: Value; label: string }[];
  /** What stands there while nothing is chosen; with `mayBeEmpty` it is a choice of its own. */
  empty?: string | undefined;
  mayBeEmpty?: boolean;
  required?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
  onChange: (value: Value) => void;
};

export function Select<Value extends string>({
  value,
  options,
  empty,
  mayBeEmpty = false,
  onChange,
  ...control
}: SelectProps<Value>) {
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value as Value)}>
      {empty !== undefined && (
        <option value="" disabled={!mayBeEmpty}>
          {empty}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type DialogProps = {
  title: string;
  submit: string;
  /** On the button that leaves the dialog, where it is more than going back. */
  leave?: string;
  error?: unknown;
  busy?: boolean;
  wide?: boolean;
  onSend: () => void;
  onLeave: () => void;
  /** Beside the two buttons: what takes the thing away. */
  more?: ReactNode;
  children?: ReactNode;
};

/** A form in a dialog that the keyboard and a glove can leave; the focus goes back to where it came from. */
export function FormDialog({
  title,
  submit,
  leave,
  error,
  busy = false,
  wide = false,
  onSend,
  onLeave,
  more,
  children,
}: DialogProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={wide ? 'command wide' : 'command'} onClose={onLeave} aria-labelledby={titleId}>
      <Form error={error} onSend={onSend}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <FormTrouble error={error} />
        <footer>
          {more}
          <button type="button" className="button large" onClick={() => dialog.current?.close()}>
            {leave ?? t('common.leave')}
          </button>
          <button type="submit" className="button main large" disabled={busy}>
            {submit}
          </button>
        </footer>
      </Form>
    </dialog>
  );
}
