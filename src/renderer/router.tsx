import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { IconMapQuestion } from '@tabler/icons-react';
import { readActivitySearch } from './features/activity/activity-search.ts';
import { readAttentionSearch } from './features/attention/attention-search.ts';
import { readCrmSearch } from './features/crm-details/crm-search.ts';
import { readDraftsSearch } from './features/drafts/drafts-search.ts';
import { readDataSearch } from './features/data/data-search.ts';
import { PaletteHost } from './features/palette/palette-host.tsx';
import { readTeachingSearch } from './features/teaching/teaching-search.ts';
import { readResponsesSearch } from './features/responses/responses-search.ts';
import { readImportsSearch } from './features/import/imports-search.ts';
import { readLeadsSearch } from './features/leads/leads-search.ts';
import { EmptyState, ErrorState, LoadingState } from './ui/page-states.tsx';
import { Shell } from './ui/shell.tsx';

const root = createRootRoute({
  component: () => (
    <Shell>
      <PaletteHost />
    </Shell>
  ),
});

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/leads' });
  },
});
const leads = createRoute({
  getParentRoute: () => root,
  path: '/leads',
  validateSearch: readLeadsSearch,
  component: lazyRouteComponent(() => import('./features/leads/leads-page.tsx'), 'LeadsPage'),
});
const lead = createRoute({ getParentRoute: () => leads, path: '/$leadId' });
const addLead = createRoute({
  getParentRoute: () => root,
  path: '/add-lead',
  component: lazyRouteComponent(() => import('./features/import/add-lead-page.tsx'), 'AddLeadPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: readImportsSearch,
  component: lazyRouteComponent(() => import('./features/import/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({ getParentRoute: () => imports, path: '/$importId' });
const responses = createRoute({
  getParentRoute: () => root,
  path: '/responses',
  validateSearch: readResponsesSearch,
  component: lazyRouteComponent(() => import('./features/responses/responses-page.tsx'), 'ResponsesPage'),
});
const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  validateSearch: readDraftsSearch,
  component: lazyRouteComponent(() => import('./features/drafts/drafts-page.tsx'), 'DraftsPage'),
});
const teaching = createRoute({
  getParentRoute: () => root,
  path: '/teaching',
  validateSearch: readTeachingSearch,
  component: lazyRouteComponent(() => import('./features/teaching/teaching-page.tsx'), 'TeachingPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./features/notices/notices-page.tsx'), 'NoticesPage'),
});
const attention = createRoute({
  getParentRoute: () => root,
  path: '/attention',
  validateSearch: readAttentionSearch,
  component: lazyRouteComponent(() => import('./features/attention/attention-page.tsx'), 'AttentionPage'),
});
const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('./features/activity/activity-page.tsx'), 'ActivityPage'),
});
const assistants = createRoute({
  getParentRoute: () => root,
  path: '/assistants',
  component: lazyRouteComponent(() => import('./features/assistants/assistants-page.tsx'), 'AssistantsPage'),
});
const assistant = createRoute({ getParentRoute: () => assistants, path: '/$assistantId' });
const schedules = createRoute({
  getParentRoute: () => root,
  path: '/schedules',
  component: lazyRouteComponent(() => import('./features/schedules/schedules-page.tsx'), 'SchedulesPage'),
});
const schedule = createRoute({ getParentRoute: () => schedules, path: '/$scheduleId' });
const crmDetails = createRoute({
  getParentRoute: () => root,
  path: '/crm-details',
  validateSearch: readCrmSearch,
  component: lazyRouteComponent(
    () => import('./features/crm-details/crm-details-page.tsx'),
    'CrmDetailsPage',
  ),
});
const crmConnection = createRoute({ getParentRoute: () => crmDetails, path: '/$connectionId' });
const languageModel = createRoute({
  getParentRoute: () => root,
  path: '/language-model',
  component: lazyRouteComponent(
    () => import('./features/language-model/language-model-page.tsx'),
    'LanguageModelPage',
  ),
});
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: readDataSearch,
  component: lazyRouteComponent(() => import('./features/data/data-page.tsx'), 'DataPage'),
});

/** Hash addresses (`#/leads/<id>`): the same on the hub and under the desktop's own scheme. */
export const router = createRouter({
  history: createHashHistory(),
  routeTree: root.addChildren([
    index,
    leads.addChildren([lead]),
    addLead,
    imports.addChildren([oneImport]),
    responses,
    teaching,
    notices,
    drafts,
    attention,
    activity,
    assistants.addChildren([assistant]),
    schedules.addChildren([schedule]),
    crmDetails.addChildren([crmConnection]),
    languageModel,
    data,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingState label="Opening the page" />,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: () => (
    <EmptyState icon={IconMapQuestion} title="There is no such page">
      Choose one on the left.
    </EmptyState>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
