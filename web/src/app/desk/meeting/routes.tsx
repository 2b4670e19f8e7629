import type { RouteObject } from 'react-router';

/** Addresses under the desk that have the whole screen. */
export const meetingRoutes: RouteObject = {
  lazy: async () => ({ Component: (await import('./meeting-shell')).MeetingShell }),
  children: [
    {
      path: 'desk/improvement/meeting',
      lazy: async () => ({ Component: (await import('./meeting-pages')).CasesPage }),
    },
    {
      path: 'desk/improvement/plans/:planId/meeting',
      lazy: async () => ({ Component: (await import('./meeting-pages')).PlanMeetingPage }),
    },
  ],
};
