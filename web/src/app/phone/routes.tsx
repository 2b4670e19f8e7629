import type { RouteObject } from 'react-router';

export const phoneRoutes: RouteObject = {
  path: '/',
  lazy: async () => ({ Component: (await import('./phone-shell')).PhoneShell }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import('./home-page')).HomePage }) },
    { path: 'a/:alertId', lazy: async () => ({ Component: (await import('./alert-page')).AlertPage }) },
    { path: 'p/:label', lazy: async () => ({ Component: (await import('./label-page')).LabelPage }) },
    { path: 'notices', lazy: async () => ({ Component: (await import('./notices-page')).NoticesPage }) },
    { path: 'preferences', lazy: async () => ({ Component: (await import('./preferences-page')).PreferencesPage }) },
    { path: 'evidence', lazy: async () => ({ Component: (await import('./evidence-page')).EvidencePage }) },
    { path: 'evidence/:personId', lazy: async () => ({ Component: (await import('./evidence-page')).EvidencePage }) },
    { path: 'handover', lazy: async () => ({ Component: (await import('./handover-pages')).HandoversPage }) },
    {
      path: 'handovers/:handoverId',
      lazy: async () => ({ Component: (await import('./handover-pages')).HandoverPage }),
    },
    { path: 'report', lazy: async () => ({ Component: (await import('./report-page')).ReportPage }) },
    { path: 'actions/:actionId', lazy: async () => ({ Component: (await import('./action-page')).ActionPage }) },
    { path: 'plans/:planId', lazy: async () => ({ Component: (await import('./plan-page')).PlanPage }) },
    { path: 'raise', lazy: async () => ({ Component: (await import('./raise-pages')).WherePage }) },
    { path: 'raise/:placeId', lazy: async () => ({ Component: (await import('./raise-pages')).WhichPage }) },
    { path: 'raise/:placeId/what', lazy: async () => ({ Component: (await import('./raise-pages')).WhatPage }) },
  ],
};
