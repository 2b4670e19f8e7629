import { useLayoutEffect } from 'react';

/** Light by day on phone and desk, dark on the television: a class on the document, so that the tokens reach everything. */
export function useTheme(theme: 'light' | 'dark'): void {
  useLayoutEffect(() => {
    document.documentElement.classList.remove('light', 'dark');
    document.documentElement.classList.add(theme);
  }, [theme]);
}
