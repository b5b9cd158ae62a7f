import type { Route } from '../http/route.ts';

/** Create, read, list, change, archive, batches, merge and GDPR delete of all object types. */
export const objectRoutes: readonly Route[] = [];
