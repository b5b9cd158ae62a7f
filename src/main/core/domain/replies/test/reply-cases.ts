import { REPLY_LANGUAGES } from './reply-languages.ts';
import type { ReplyLanguage } from './reply-languages.ts';

/** A mail and what its writer wrote himself. */
export interface ReplyCase {
  readonly what: string;
  readonly mail: string;
  readonly own: string;
}

const QUOTED =
  '> Hello Tom,\n>\n> would a call on Tuesday suit you?\n> Reply "stop" to end these mails.\n>\n> Lisa';
const ORIGINAL = 'Hello Tom,\n\nwould a call on Tuesday suit you?\nReply "stop" to end these mails.\n\nLisa';

/** The ways in which replies come, in one language. */
function casesIn(language: ReplyLanguage): readonly ReplyCase[] {
  const { own, attributions, block, separator, phone, signOff } = language;
  const [first, second] = own;
  const both = `${first}\n\n${second}`;
  const [attribution = ''] = attributions;
  const named = (what: string) => `${language.language}: ${what}`;
  return [
    ...attributions.flatMap((each, index) => [
      {
        what: named(`attribution ${index + 1} above lines with >`),
        mail: `${both}\n\n${each}\n\n${QUOTED}`,
        own: both,
      },
      {
        what: named(`attribution ${index + 1} above lines without >`),
        mail: `${both}\n\n${each}\n${ORIGINAL}`,
        own: both,
      },
    ]),
    {
      what: named('an attribution that was wrapped'),
      mail: `${both}\n\n${wrapped(attribution)}\n\n${QUOTED}`,
      own: both,
    },
    {
      what: named('a header block below a rule'),
      mail: `${both}\n\n________________________________\n${block}\n\n${ORIGINAL}`,
      own: both,
    },
    {
      what: named('a header block in bold'),
      mail: `${both}\n\n${block.replaceAll(/^([^:]+):/gm, '*$1:*')}\n\n${ORIGINAL}`,
      own: both,
    },
    {
      what: named('a line between dashes'),
      mail: `${both}\n\n${separator}\n${block}\n\n${ORIGINAL}`,
      own: both,
    },
    { what: named('a phone'), mail: `${both}\n\n${phone}\n\n> ${attribution}\n>\n${QUOTED}`, own: both },
    {
      what: named('answers between the quoted lines'),
      mail: `${attribution}\n> Hello Tom,\n> do you use it already?\n\n${first}\n\n> Does Tuesday suit you?\n\n${second}`,
      own: both,
    },
    { what: named('an answer below'), mail: `${attribution}\n${QUOTED}\n\n${both}`, own: both },
    {
      what: named('a closing and a signature'),
      mail: `${both}\n\n${signOff}\nTom Berg\nAcme\n+49 30 1234567\n\n${attribution}\n${QUOTED}`,
      own: both,
    },
    {
      what: named('a signature below two dashes'),
      mail: `${both}\n\n-- \nTom Berg\nAcme\n\n${attribution}\n${QUOTED}`,
      own: both,
    },
  ];
}

function wrapped(line: string): string {
  const space = line.lastIndexOf(' ', line.length / 2 + 12);
  return `${line.slice(0, space)}\n${line.slice(space + 1)}`;
}

const OWN = 'Tuesday works.\n\nCan you bring an offer?';

const SPECIAL: readonly ReplyCase[] = [
  {
    what: 'Zoho puts its attribution between dashes',
    mail: `${OWN}\n\n---- On Tue, 17 Nov 2026 10:00:00 +0100 Lisa Us <lisa@us.example> wrote ---\n\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'Proton, with both',
    mail: `${OWN}\n\nSent with Proton Mail secure email.\n\n------- Original Message -------\nOn Tuesday, November 17th, 2026 at 10:00, Lisa Us <lisa@us.example> wrote:\n\n${QUOTED}`,
    own: OWN,
  },
  {
    what: 'Spark',
    mail: `${OWN}\nOn 17 Nov 2026, 10:00 +0100, Lisa Us <lisa@us.example>, wrote:\n${QUOTED}`,
    own: OWN,
  },
  {
    what: 'K-9',
    mail: `${OWN}\n\nAm 17. November 2026 10:00:00 MEZ schrieb Lisa Us <lisa@us.example>:\n${QUOTED}\n\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.`,
    own: OWN,
  },
  {
    what: 'GMX, where the sender stands second',
    mail: `${OWN}\n\nGesendet: Dienstag, 17. November 2026 um 10:00 Uhr\nVon: "Lisa Us" <lisa@us.example>\nAn: tom@acme.example\nBetreff: Cyber security\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'Outlook for the phone',
    mail: `${OWN}\n\nGet Outlook for iOS<https://aka.example/o0ukef>\n________________________________\nFrom: Lisa Us <lisa@us.example>\nSent: Tuesday, November 17, 2026 10:00:00 AM\nTo: Tom Berg <tom@acme.example>\nSubject: Cyber security\n\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'QQ Mail',
    mail: `${OWN}\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "Lisa Us" <lisa@us.example>;\n发送时间: 2026年11月17日(星期二) 上午10:00\n收件人: "Tom"<tom@acme.example>;\n主题: Cyber security\n\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'Yandex',
    mail: `${OWN}\n\n17.11.2026, 10:00, "Lisa Us" <lisa@us.example>:\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'Notes',
    mail: `${OWN}\n\nLisa Us <lisa@us.example> wrote on 17/11/2026 10:00:00:\n\n${QUOTED}`,
    own: OWN,
  },
  {
    what: 'a header block with the address in the next line',
    mail: `${OWN}\n\nFrom: Lisa Us\n<lisa@us.example>\nSent: Tuesday\nTo: Tom\nSubject: Cyber\n\n${ORIGINAL}`,
    own: OWN,
  },
  {
    what: 'three attributions, each within the other',
    mail: `${OWN}\n\nOn Nov 17, 2026, at 10:00, Lisa Us <lisa@us.example> wrote:\n> Fine.\n> On Nov 16, 2026, Tom <tom@acme.example> wrote:\n>> When?\n>>> On Nov 15, 2026, Lisa wrote:\n>>> Hello`,
    own: OWN,
  },
  {
    what: 'quoted lines without an attribution',
    mail: `> Does Tuesday work?\n\nYes.\n\n> Do you need an offer?\n\nPlease.`,
    own: 'Yes.\n\nPlease.',
  },
  {
    what: 'a quotation at once below the answer',
    mail: 'Yes, please.\n> Do you need an offer?',
    own: 'Yes, please.',
  },
  {
    what: 'a forwarded mail below a note',
    mail: `Please answer her.\n\n---------- Forwarded message ---------\nFrom: Lisa Us <lisa@us.example>\nDate: Tue, 17 Nov 2026\nSubject: Cyber\nTo: Tom\n\n${ORIGINAL}`,
    own: 'Please answer her.',
  },
  {
    what: 'Apple forwards',
    mail: `See below.\n\nBegin forwarded message:\n\nFrom: Lisa Us <lisa@us.example>\nSubject: Cyber\nDate: 17 November 2026\nTo: Tom\n\n${ORIGINAL}`,
    own: 'See below.',
  },
  {
    what: 'a sentence about somebody who wrote',
    mail: 'On Monday my boss wrote that he agrees.\nSo let us talk.',
    own: 'On Monday my boss wrote that he agrees.\nSo let us talk.',
  },
  {
    what: 'a sentence that ends with a colon',
    mail: 'These are our questions, as Ana wrote:\n\n1. What does it cost?\n2. Who else uses it?',
    own: 'These are our questions, as Ana wrote:\n\n1. What does it cost?\n2. Who else uses it?',
  },
  {
    what: 'an address and a colon',
    mail: 'Please send it to ana@acme.example and to:\ntom@acme.example',
    own: 'Please send it to ana@acme.example and to:\ntom@acme.example',
  },
  {
    what: 'lines with labels that are no header block',
    mail: 'To: all of us\nit seems fine.\nSubject: to approval, we start on Monday.',
    own: 'To: all of us\nit seems fine.\nSubject: to approval, we start on Monday.',
  },
  {
    what: 'a list with dashes',
    mail: 'We need:\n- a price\n- a date\n-- and a name',
    own: 'We need:\n- a price\n- a date\n-- and a name',
  },
  {
    what: 'a long dash in the text',
    mail: 'Tuesday — if it must be — works.\n— or Friday',
    own: 'Tuesday — if it must be — works.\n— or Friday',
  },
  {
    what: 'a phone in the text',
    mail: 'Sent from my side is everything, now it is your turn.\nCall me on my iPhone.',
    own: 'Sent from my side is everything, now it is your turn.\nCall me on my iPhone.',
  },
  { what: 'thanks above the text', mail: 'Thanks,\n\nTuesday works.', own: 'Thanks,\n\nTuesday works.' },
  { what: 'thanks and a name below it', mail: 'Tuesday works.\n\nThanks,\nTom', own: 'Tuesday works.' },
  {
    what: 'a postscript',
    mail: 'Tuesday works.\n\nBest regards\nTom\n\nPS: bring Ana',
    own: 'Tuesday works.\n\nPS: bring Ana',
  },
  {
    what: 'small print',
    mail: `${OWN}\n\nThis e-mail is confidential and intended only for the addressee. If you are not the intended recipient, delete it.\n\nAcme Ltd, registered office London`,
    own: OWN,
  },
  { what: 'a banner above', mail: `CAUTION: External email. Do not click links.\n\n${OWN}`, own: OWN },
  {
    what: 'a name and how to reach it, without a closing',
    mail: `${OWN}\n\nTom Berg\nHead of Sales\nAcme GmbH\nTel: +49 30 1234567\nwww.acme.example`,
    own: OWN,
  },
  {
    what: 'a number to call, which is the answer',
    mail: 'You can call me:\n+49 30 1234567',
    own: 'You can call me:\n+49 30 1234567',
  },
  {
    what: 'nothing of his own',
    mail: `On Tue, Nov 17, 2026 at 10:00 AM Lisa Us <lisa@us.example> wrote:\n${QUOTED}`,
    own: '',
  },
  { what: 'an empty mail', mail: '', own: '' },
  { what: 'one word', mail: 'Yes\r\n\r\n', own: 'Yes' },
  { what: 'line ends of old Macs', mail: `Yes\r\r> Do you?`, own: 'Yes' },
];

export const REPLY_CASES: readonly ReplyCase[] = [...REPLY_LANGUAGES.flatMap(casesIn), ...SPECIAL];
