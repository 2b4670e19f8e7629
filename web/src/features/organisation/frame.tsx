import './organisation.css';
import type { ReactNode } from 'react';
import { text, useText } from '../../shared/text';

/** The page of somebody who is not signed in: the product's name, one card, and the choice of the language. */
export function Frame({ wide, children }: { wide: boolean; children: ReactNode }) {
  const { language } = useText();
  return (
    <div className="entrance">
      <header>
        <p className="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          LogiPilot.Kaizen
        </p>
        <nav>
          {(['fr', 'en'] as const).map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={language === each}
              onClick={() => void text.changeLanguage(each)}
            >
              {each === 'fr' ? 'Français' : 'English'}
            </button>
          ))}
        </nav>
      </header>
      <main className={wide ? 'card wide' : 'card'}>{children}</main>
    </div>
  );
}
