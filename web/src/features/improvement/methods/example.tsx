import './methods.css';
import { useId, useState } from 'react';
import { useText } from '../../../shared/text';

/** How a case of the method fills a field: shown where it is asked for, never written into the plan. */
export function Example({ text, of }: { text: string; of: string }) {
  const { t } = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="example-of">
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t(isOpen ? 'methods.page.hideExample' : 'methods.page.example')} – ${of}`}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'methods.page.hideExample' : 'methods.page.example')}
      </button>
      <p id={id} className="example" hidden={!isOpen}>
        {text}
      </p>
    </div>
  );
}
