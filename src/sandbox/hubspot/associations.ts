import type { Route } from '../http/route.ts';

/** Associations: v4 and date-versioned, single, batch and labels. */
export const associationRoutes: readonly Route[] = [];
