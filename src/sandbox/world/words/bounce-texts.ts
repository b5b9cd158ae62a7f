/** One way a mail server says that a mail could not be delivered. */
export interface BounceText {
  readonly program: 'postfix' | 'exim' | 'gmail' | 'exchange' | 'qmail';
  /** Enhanced status code (RFC 3463); null: the server gives none. */
  readonly status: string | null;
  /** The remote server's own words. */
  readonly diagnostic: string;
}

export const HARD_BOUNCES: readonly BounceText[] = [
  {
    program: 'postfix',
    status: '5.1.1',
    diagnostic: '550 5.1.1 <{address}>: Recipient address rejected: User unknown in virtual mailbox table',
  },
  {
    program: 'gmail',
    status: '5.1.1',
    diagnostic:
      "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.",
  },
  {
    program: 'exchange',
    status: '5.1.10',
    diagnostic:
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {address} not found by SMTP address lookup',
  },
  { program: 'exim', status: '5.1.1', diagnostic: '550 No such user here' },
  {
    program: 'postfix',
    status: '5.4.4',
    diagnostic: 'Host or domain name not found. Name service error for name={domain} type=MX: Host not found',
  },
  { program: 'qmail', status: '5.1.1', diagnostic: 'Sorry, no mailbox here by that name. (#5.1.1)' },
  { program: 'exchange', status: '5.1.1', diagnostic: '550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found' },
  {
    program: 'postfix',
    status: '5.2.1',
    diagnostic: '550 5.2.1 <{address}>: The email account that you tried to reach is disabled',
  },
  {
    program: 'gmail',
    status: '5.1.2',
    diagnostic:
      "DNS Error: DNS type 'mx' lookup of {domain} responded with code NXDOMAIN. Domain name not found: {domain}",
  },
  {
    program: 'exim',
    status: '5.7.1',
    diagnostic: '550 5.7.1 Relaying denied, address <{address}> is not handled by this server',
  },
  { program: 'exchange', status: '5.4.1', diagnostic: '550 5.4.1 Recipient address rejected: Access denied' },
];

export const SOFT_BOUNCES: readonly BounceText[] = [
  {
    program: 'postfix',
    status: '4.2.2',
    diagnostic: '452 4.2.2 <{address}>: Mailbox is over quota, please try again later',
  },
  {
    program: 'gmail',
    status: '4.4.1',
    diagnostic: 'The recipient server did not accept our requests to connect. [{domain}: timed out]',
  },
  {
    program: 'exchange',
    status: '4.4.7',
    diagnostic: '#4.4.7 message delayed, delivery is still being attempted',
  },
  { program: 'exim', status: '4.7.1', diagnostic: '451 4.7.1 Greylisted, please try again in 300 seconds' },
  {
    program: 'postfix',
    status: '4.4.1',
    diagnostic: 'connect to mx1.{domain}[192.0.2.25]:25: Connection timed out',
  },
  {
    program: 'qmail',
    status: '4.4.1',
    diagnostic: "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) I'm still trying.",
  },
  {
    program: 'exchange',
    status: '4.3.2',
    diagnostic: '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
  },
  { program: 'postfix', status: '4.3.1', diagnostic: '452 4.3.1 Insufficient system storage' },
  {
    program: 'gmail',
    status: '4.2.1',
    diagnostic:
      '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered',
  },
  {
    program: 'exim',
    status: '4.0.0',
    diagnostic: 'message has not been delivered for 24 hours; retry time not reached for any host',
  },
];

export const UNEXPLAINED_BOUNCES: readonly BounceText[] = [
  { program: 'postfix', status: null, diagnostic: 'Your message could not be delivered to {address}.' },
  {
    program: 'exim',
    status: null,
    diagnostic: 'Delivery failed. No further information is available from the remote system.',
  },
  {
    program: 'exchange',
    status: null,
    diagnostic:
      'A problem occurred during the delivery of this message. Your system administrator was informed.',
  },
  { program: 'qmail', status: null, diagnostic: "Sorry, it didn't work out." },
  {
    program: 'gmail',
    status: null,
    diagnostic: 'An error occurred while trying to deliver the mail to the following recipient.',
  },
  {
    program: 'postfix',
    status: null,
    diagnostic:
      'This message was created automatically by mail delivery software. The message was not delivered.',
  },
  { program: 'exim', status: null, diagnostic: 'The message you sent to {address} was returned.' },
  { program: 'exchange', status: null, diagnostic: 'Your message did not reach the intended recipient.' },
  { program: 'qmail', status: null, diagnostic: "This is a permanent error; I've given up." },
  { program: 'gmail', status: null, diagnostic: 'The response from the remote server was empty.' },
];
