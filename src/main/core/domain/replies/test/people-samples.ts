import type { AutomaticSample } from './automatic-samples.ts';

const GENERATED = { 'auto-submitted': 'auto-generated' };

/** People who write about what machines write about. */
export const PEOPLE: readonly AutomaticSample[] = [
  {
    what: 'an answer to an absence',
    subject: 'Re: Automatic reply: Cyber security',
    text: 'I am back now. What does it cost?',
    kind: 'human',
  },
  {
    what: 'an answer that quotes an absence',
    subject: 'Re: Cyber security',
    text: 'Sorry for the silence, Tuesday at 10 works.\n\nOn 12 Nov 2026, Tom <tom@acme.example> wrote:\n> I am out of the office until 19 November.\n> This is an automatic reply.',
    kind: 'human',
  },
  {
    what: 'a holiday in the text',
    subject: 'Re: Cyber security',
    text: 'I am on holiday next week, can we talk the week after? Best, Tom',
    kind: 'human',
  },
  {
    what: 'a holiday in the text, and the header that proves nothing',
    headers: { 'x-auto-response-suppress': 'DR, OOF, AutoReply' },
    subject: 'RE: Cyber security',
    text: 'I will be out of the office tomorrow. Call me on Thursday.',
    kind: 'human',
  },
  {
    what: 'an empty return path',
    headers: { 'return-path': '<>' },
    subject: 'Re: Cyber security',
    text: 'Please send me your brochure.',
    kind: 'human',
  },
  {
    what: 'Auto-Submitted: no',
    headers: { 'auto-submitted': 'no' },
    subject: 'Re: Cyber security',
    text: 'Yes, I would like an offer.',
    kind: 'human',
  },
  {
    what: 'a list that a person writes to',
    headers: { precedence: 'list', 'list-id': '<sales.acme.example>' },
    subject: 'Re: Cyber security',
    text: 'Not for us, thanks.',
    kind: 'human',
  },
  {
    what: 'an agent of a help desk who answers by hand',
    headers: { 'x-zendesk-from-account-id': '1a2b', ...GENERATED },
    from: 'support@acme.example',
    subject: 'Re: Cyber security',
    text: 'Hi Lisa,\n\nI asked our head of IT, she is interested in an offer for 20 users.\n\nTom',
    kind: 'human',
  },
  {
    what: 'an invitation that was accepted',
    headers: { ...GENERATED, 'content-type': 'multipart/mixed; method=REPLY' },
    subject: 'Accepted: Intro call',
    text: 'Tom Berg has accepted this invitation.',
    kind: 'human',
    intent: 'AgreedToMeet',
  },
  {
    what: 'a person who sells vacations',
    subject: 'Vacation rentals',
    text: 'We are a vacation rental company. Do you have references in our industry?',
    kind: 'human',
  },
  {
    what: 'a person who mentions a ticket',
    subject: 'Re: ticket #4711',
    text: 'Could you look at ticket #4711 again?',
    kind: 'human',
  },
  {
    what: 'a person who speaks of automatic replies',
    subject: 'Re: Cyber security',
    text: 'Your tool answered me with an automatic reply. Is there a person I can talk to?',
    kind: 'human',
  },
  {
    what: 'urlaub in a human mail',
    subject: 'AW: Cyber-Sicherheit',
    text: 'Ich bin gerade im Urlaub, melde mich Anfang Dezember. Viele Grüße Tom',
    kind: 'human',
  },
  {
    what: 'a sick person',
    subject: 'Re: Cyber security',
    text: 'I was ill last week, sorry. Can you send the offer again?',
    kind: 'human',
  },
  {
    what: 'a person who tells beforehand that he will be away',
    subject: 'Out of office next week',
    text: 'Hi Lisa, just to let you know that I will be away next week. Could we move our call to the week after? Thanks, Tom',
    kind: 'human',
  },
];
