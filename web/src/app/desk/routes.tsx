import { Navigate, type RouteObject } from 'react-router';

export const deskRoutes: RouteObject = {
  path: 'desk',
  lazy: async () => ({ Component: (await import('./desk-shell')).DeskShell }),
  children: [
    { index: true, element: <Navigate to="/desk/alerts" replace /> },
    { path: 'alerts', lazy: async () => ({ Component: (await import('./alerts-page')).AlertsPage }) },
    { path: 'alerts/:alertId', lazy: async () => ({ Component: (await import('./alerts-page')).AlertsPage }) },
    { path: 'history', lazy: async () => ({ Component: (await import('./history-page')).HistoryPage }) },
    { path: 'supply', lazy: async () => ({ Component: (await import('./supply-page')).SupplyPage }) },
    { path: 'supply/:lineId', lazy: async () => ({ Component: (await import('./line-page')).LinePage }) },
    {
      path: 'admin',
      lazy: async () => ({ Component: (await import('./admin/admin-shell')).AdminShell }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./admin/admin-shell')).FirstPage }) },
        { path: 'calendar', lazy: async () => ({ Component: (await import('./admin/calendar-page')).CalendarPage }) },
        { path: 'kinds', lazy: async () => ({ Component: (await import('./admin/kinds-page')).KindsPage }) },
        { path: 'maintenance', lazy: async () => ({ Component: (await import('./admin/windows-page')).WindowsPage }) },
      ],
    },
  ],
};
