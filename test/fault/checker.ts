import { checkCustody } from './check-custody.ts';
import { checkDelivery } from './check-delivery.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkMails } from './check-mails.ts';
import { checkOffice } from './check-office.ts';
import { checkReplay } from './check-replay.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/**
 * Judges a run by what it left: reads the sandbox's state and the database file alone, and shares no code with the
 * core (but the replay, which asks the domain).
 */
export function check(evidence: Evidence): readonly Finding[] {
  return [
    ...checkDuplicates(evidence),
    ...checkMails(evidence),
    ...checkCustody(evidence),
    ...checkDelivery(evidence),
    ...checkOffice(evidence),
    ...checkReplay(evidence),
  ];
}
