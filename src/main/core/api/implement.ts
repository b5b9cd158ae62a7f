import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Core } from '../core.ts';
import { asContractError } from './failures.ts';

/** What every procedure works with. */
export interface ApiContext {
  readonly core: Core;
}

/** The contract, to be implemented topic by topic; expected failures leave in the contract's own words. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asContractError(error);
    }
  });
