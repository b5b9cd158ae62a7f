import type { Route } from '../http/route.ts';

/** CRM search over all object types. */
export const searchRoutes: readonly Route[] = [];
