import type { ReplyIntent } from '#contract/names.ts';
import type { ResponseKind } from '#contract/responses.ts';

/** An intent as a person would say it, and the key that corrects a reply to it. */
export const INTENT_LOOKS: Readonly<Record<ReplyIntent, { readonly words: string; readonly key: string }>> = {
  AgreedToMeet: { words: 'Agreed to meet', key: '1' },
  InterestedToProceed: { words: 'Wants to go on', key: '2' },
  SeekingMoreInfo: { words: 'Asks for more', key: '3' },
  BrochureSent: { words: 'Asks for the brochure', key: '4' },
  ConnectLater: { words: 'Later', key: '5' },
  ReferredSomeone: { words: 'Names someone else', key: '6' },
  AskedToStop: { words: 'Not interested', key: '7' },
  MovedOut: { words: 'Left the company', key: '8' },
  Retired: { words: 'Retired', key: '9' },
  Unsubscribed: { words: 'Unsubscribe', key: '0' },
  Other: { words: 'Something else', key: 's' },
  OutOfOffice: { words: 'Away (automatic)', key: 'a' },
  SupportAutoResponse: { words: 'Ticket (automatic)', key: 't' },
};

/** The lists of the page, in the order in which they stand. */
export const KIND_WORDS: Readonly<Record<ResponseKind, string>> = {
  open: 'To answer',
  unsure: 'Needs a look',
  human: 'From people',
  automatic: 'Automatic',
  bounce: 'Bounces',
  all: 'All',
};

/** The intent that a key corrects a reply to; null: none. */
export function intentOfKey(key: string): ReplyIntent | null {
  const found = Object.entries(INTENT_LOOKS).find(([, look]) => look.key === key.toLowerCase());
  return found === undefined ? null : (found[0] as ReplyIntent);
}
