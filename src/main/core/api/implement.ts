import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Role } from '#contract/names.ts';
import type { Core } from '../core.ts';
import { asContractError, refused } from './failures.ts';
import { whyNotAllowed } from './roles.ts';

/** What every procedure works with. */
export interface ApiContext {
  readonly core: Core;
  /** Of whoever calls; absent: an admin, as at the window of one's own machine. */
  readonly role?: Role;
}

/** The contract, to be implemented topic by topic; expected failures leave in the contract's own words. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ context, path, next }) => {
    const against = whyNotAllowed(context.role ?? 'admin', path);
    if (against !== null) throw refused(against);
    try {
      return await next();
    } catch (error) {
      throw asContractError(error);
    }
  });
