import './organisation.css';
import type { ReactNode } from 'react';
import { text, useText } from '../../shared/text';

/** The page of somebody who is not signed in: the product's name, one card, and the choice of the language. */
export function Frame({ wide, children }: { wide: boolean; children: ReactNode }) {
  const { language } = useText();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <div className="entrance">
      <header>
        <p className="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          LogiPilot.Kaizen
        </p>
        <button type="button" lang={other} onClick={() => void text.changeLanguage(other)}>
          {other === 'fr' ? 'Français' : 'English'}
        </button>
      </header>
      <main className={wide ? 'card wide' : 'card'}>{children}</main>
    </div>
  );
}
