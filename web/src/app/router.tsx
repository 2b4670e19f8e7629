import { createBrowserRouter } from 'react-router';
import { meetingRoutes } from './desk/meeting/routes';
import { deskRoutes } from './desk/routes';
import { NotFound } from './not-found';
import { PageError } from './page-error';
import { phoneRoutes } from './phone/routes';

/** Every address of the product. Each shell loads when it is first asked for: a wall never loads the desk. */
export const router = createBrowserRouter([
  {
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    children: [
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/organisation/sign-in-page')).SignInPage }),
      },
      {
        path: 'set-up',
        lazy: async () => ({ Component: (await import('../features/organisation/set-up-page')).SetUpPage }),
      },
      { path: 'tv', lazy: async () => ({ Component: (await import('./tv/tv-shell')).TvShell }) },
      meetingRoutes,
      deskRoutes,
      phoneRoutes,
      { path: '*', element: <NotFound /> },
    ],
  },
]);
