import type { AddressVerdict } from '../domain/leads/lead-event.ts';

/** Judges an address before anything is sent to it. */
export interface AddressCheck {
  judge(address: string): Promise<AddressVerdict>;
}
