import type { RouteObject } from 'react-router';

export const phoneRoutes: RouteObject = {
  path: '/',
  lazy: async () => ({ Component: (await import('./phone-shell')).PhoneShell }),
  children: [],
};
