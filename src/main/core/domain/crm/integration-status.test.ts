import { describe, expect, it } from 'vitest';
import { BOB } from '#test/support/lead-facts.ts';
import { INTEGRATION_STATUSES, INTEGRATION_STATUS_TEXTS, integrationStatus } from './integration-status.ts';

describe('the CRM integration status', () => {
  const gone = { ...BOB, active: false };
  it.each([
    [false, null, false, 'ASSISTANT_NOT_YET_CREATED'],
    [true, null, false, 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM'],
    [true, gone, true, 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM'],
    [true, BOB, false, 'ASSISTANT_EXISTS_AS_USER_IN_CRM'],
    [true, BOB, true, 'ALL_WORKING_WELL'],
  ] as const)(
    'with assistant %s, user %o, lead %s is %s %s',
    (assistantCreated, user, worksOnALead, status) => {
      expect(integrationStatus({ assistantCreated, user, worksOnALead })).toBe(status);
    },
  );

  it('tells for each what it means and what to do next', () => {
    for (const status of INTEGRATION_STATUSES) {
      expect(INTEGRATION_STATUS_TEXTS[status].meaning).toMatch(/\.$/);
      expect(INTEGRATION_STATUS_TEXTS[status].nextStep).toMatch(/\.$/);
    }
  });
});
