import { useTheme } from '../theme';

export function TvShell() {
  useTheme('dark');
  return null;
}
