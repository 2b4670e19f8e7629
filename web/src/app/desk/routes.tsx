import { Navigate, type RouteObject } from 'react-router';

export const deskRoutes: RouteObject = {
  path: 'desk',
  lazy: async () => ({ Component: (await import('./desk-shell')).DeskShell }),
  children: [
    { index: true, element: <Navigate to="/desk/alerts" replace /> },
    { path: 'alerts', lazy: async () => ({ Component: (await import('./alerts-page')).AlertsPage }) },
    { path: 'alerts/:alertId', lazy: async () => ({ Component: (await import('./alerts-page')).AlertsPage }) },
    { path: 'notices', lazy: async () => ({ Component: (await import('./notices-page')).NoticesPage }) },
    { path: 'preferences', lazy: async () => ({ Component: (await import('./preferences-page')).PreferencesPage }) },
    { path: 'evidence', lazy: async () => ({ Component: (await import('./evidence-page')).EvidencePage }) },
    { path: 'evidence/:personId', lazy: async () => ({ Component: (await import('./evidence-page')).EvidencePage }) },
    { path: 'handover', lazy: async () => ({ Component: (await import('./handover-page')).HandoverPage }) },
    {
      path: 'handovers/:handoverId',
      lazy: async () => ({ Component: (await import('./handover-page')).HandoverPage }),
    },
    { path: 'health', lazy: async () => ({ Component: (await import('./health-page')).HealthPage }) },
    { path: 'history', lazy: async () => ({ Component: (await import('./history-page')).HistoryPage }) },
    { path: 'supply', lazy: async () => ({ Component: (await import('./supply-page')).SupplyPage }) },
    { path: 'supply/:lineId', lazy: async () => ({ Component: (await import('./line-page')).LinePage }) },
    {
      path: 'improvement',
      lazy: async () => ({ Component: (await import('./improvement/improvement-shell')).ImprovementShell }),
      children: [
        { index: true, element: <Navigate to="/desk/improvement/dysfunctions" replace /> },
        {
          path: 'dysfunctions',
          lazy: async () => ({ Component: (await import('./improvement/dysfunctions-page')).DysfunctionsPage }),
        },
        {
          path: 'dysfunctions/:dysfunctionId',
          lazy: async () => ({ Component: (await import('./improvement/dysfunction-page')).DysfunctionPage }),
        },
        {
          path: 'decisions',
          lazy: async () => ({ Component: (await import('./improvement/decisions-page')).DecisionsPage }),
        },
        { path: 'plans', lazy: async () => ({ Component: (await import('./improvement/plans-page')).PlansPage }) },
        {
          path: 'plans/:planId',
          lazy: async () => ({ Component: (await import('./improvement/plan-page')).PlanPage }),
        },
        {
          path: 'methods',
          lazy: async () => ({ Component: (await import('./improvement/methods-page')).MethodsPage }),
        },
        {
          path: 'methods/:code',
          lazy: async () => ({ Component: (await import('./improvement/methods-page')).MethodPage }),
        },
        {
          path: 'actions',
          lazy: async () => ({ Component: (await import('./improvement/actions-page')).ActionsPage }),
        },
        {
          path: 'actions/:actionId',
          lazy: async () => ({ Component: (await import('./improvement/actions-page')).ActionPage }),
        },
      ],
    },
    {
      path: 'admin',
      lazy: async () => ({ Component: (await import('./admin/admin-shell')).AdminShell }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./admin/admin-shell')).FirstPage }) },
        { path: 'calendar', lazy: async () => ({ Component: (await import('./admin/calendar-page')).CalendarPage }) },
        { path: 'teams', lazy: async () => ({ Component: (await import('./admin/teams-page')).TeamsPage }) },
        {
          path: 'escalation',
          lazy: async () => ({ Component: (await import('./admin/escalation-page')).EscalationPage }),
        },
        { path: 'kinds', lazy: async () => ({ Component: (await import('./admin/kinds-page')).KindsPage }) },
        {
          path: 'recurrence',
          lazy: async () => ({ Component: (await import('./admin/recurrence-page')).RecurrencePage }),
        },
        { path: 'plans', lazy: async () => ({ Component: (await import('./admin/plans-page')).PlanSettingsPage }) },
        { path: 'maintenance', lazy: async () => ({ Component: (await import('./admin/windows-page')).WindowsPage }) },
        { path: 'webhooks', lazy: async () => ({ Component: (await import('./admin/webhooks-page')).WebhooksPage }) },
        { path: 'outbox', lazy: async () => ({ Component: (await import('./admin/outbox-page')).OutboxPage }) },
      ],
    },
  ],
};
