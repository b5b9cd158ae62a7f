import type { BounceSample } from './bounce-sample.ts';

/** Mails that look like one, and are none. */
export const NO_BOUNCES: readonly BounceSample[] = [
  {
    system: 'a person who forwards a bounce',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Fwd: Undelivered Mail Returned to Sender',
    text: 'Hi Lisa,\n\nthis is what I got from your server, can you look into it?\n\n---------- Forwarded message ---------\nFrom: MAILER-DAEMON\n\n<ana@acme.example>: host said: 550 5.1.1 User unknown',
    class: null,
  },
  {
    system: 'a person whose mail was returned and who says so',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Re: Cyber security',
    text: 'My first answer was returned: mailbox unavailable, 550. Could you check your address?\n\nTom',
    class: null,
  },
  {
    system: 'a person at a desk called postmaster',
    from: 'Postmaster <postmaster@acme.example>',
    subject: 'Re: Cyber security',
    text: 'We are not interested, thanks.',
    class: null,
  },
  {
    system: 'a person with an empty return path',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Delivery of the offer',
    headers: { 'return-path': '<>' },
    text: 'Hello Lisa, when will you deliver the offer? Regards, Tom',
    class: null,
  },
  {
    system: 'a person who asks about delivery status',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Delivery status?',
    text: 'Hi Lisa,\n\nwhat is the status of our delivery? Order 550 was not delivered yet.\n\nTom',
    class: null,
  },
  {
    system: 'an absence reply',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Automatic reply: Cyber security',
    headers: { 'auto-submitted': 'auto-replied', 'return-path': '<>' },
    text: 'I am out of the office until 3 June and will not be able to read your message. It is not delivered to anybody else.',
    class: null,
  },
  {
    system: 'a read receipt',
    from: 'Tom Berg <tom@acme.example>',
    subject: 'Read: Cyber security',
    headers: { 'content-type': 'multipart/report; report-type=disposition-notification' },
    text: 'Your message was read on Monday, June 1, 2026 10:00:00 AM.',
    class: null,
  },
];
