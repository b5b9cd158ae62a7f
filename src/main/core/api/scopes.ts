import type { z } from 'zod';
import type { scopeView } from '#contract/connections.ts';
import { HUBSPOT_SCOPES } from '../domain/crm/scopes.ts';

/** The scopes a service key needs, each with the feature that uses it. None is asked for that no feature uses. */
export const SCOPES: readonly z.infer<typeof scopeView>[] = HUBSPOT_SCOPES.map(
  ({ name, purpose, feature }) => ({
    scope: name,
    purpose,
    needed: feature !== 'inviting',
  }),
);
