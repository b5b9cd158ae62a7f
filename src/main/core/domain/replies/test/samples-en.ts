import { AUTO } from './sample.ts';
import type { SampleTable } from './sample.ts';

export const EN: SampleTable = {
  AgreedToMeet: {
    known: [
      'Tomorrow 5 pm works',
      "Sure, let's meet on Tuesday at 10.",
      'Happy to jump on a call next week. Does Wednesday suit you?',
      'Thursday does not work for me, but Friday at 2pm would be fine.',
    ],
    heldOut: [
      'Works for me, please send an invite for Monday morning.',
      "Yes, I'd be glad to talk. I am free on Thursday afternoon.",
      'OK for a quick call. My number is +44 20 7946 0958, any time after 3.',
      "Let's schedule a meeting for the week of the 7th.",
    ],
  },
  InterestedToProceed: {
    known: [
      'Send us an offer',
      'We are very interested. How do we get started?',
      'This looks great, please send over a proposal for 20 users.',
    ],
    heldOut: [
      "I'd like to move forward with this. What are the next steps?",
      'Could you prepare a quote for our three sites?',
      'Yes, I am interested.',
      'We want to try it. Please set up a trial for us.',
    ],
  },
  SeekingMoreInfo: {
    known: [
      'What does it cost?',
      'Can you tell me more about how this works with SAP?',
      'Do you have customers in the railway sector?',
    ],
    heldOut: [
      'How is this different from what we already have?',
      'Could you give me some more details on pricing?',
      'Does your product support single sign-on?',
    ],
  },
  BrochureSent: {
    known: [
      'Please send your brochure',
      'Do you have a company profile you could share?',
      'Could you forward me some product literature?',
    ],
    heldOut: [
      'Kindly share your company profile and brochure.',
      'Send me a PDF overview and I will have a look.',
      'Is there a brochure or a datasheet you can email me?',
    ],
  },
  ConnectLater: {
    known: [
      { text: 'Ask me again in January', until: '2027-01-01' },
      { text: 'We are busy with the audit now. Please get back to me in three months.', until: '2027-02-20' },
      { text: 'Not a good time. Can you follow up after 15 March?', until: '2027-03-15' },
      { text: "I'm on holiday until 3 December, please contact me afterwards.", until: '2026-12-03' },
    ],
    heldOut: [
      { text: 'Too early for us, reach out again in Q2 2027.', until: '2027-04-01' },
      { text: 'Swamped right now, could you ping me next month?', until: '2026-12-01' },
      'Maybe later, we have no budget this year.',
      { text: "Let's reconnect at the beginning of February.", until: '2027-02-01' },
    ],
  },
  ReferredSomeone: {
    known: [
      'Write to Ana, ana@acme.example',
      'I am not the right person for this. Please contact Tom Berg at tom.berg@acme.example.',
      'You should talk to our head of purchasing, Maria Silva.',
    ],
    heldOut: [
      'My colleague Priya (priya@northwind.example) handles this, please reach out to her.',
      'Please get in touch with our IT manager instead: it@northwind.example',
      "That's not my area. The person responsible is John Miller.",
    ],
  },
  AskedToStop: {
    known: [
      'Not the right person, please stop',
      'Not interested, thanks.',
      'We already have a supplier and have no need for this.',
      'Please stop emailing me.',
      'I do not want to meet.',
    ],
    heldOut: [
      'No thank you, this is not relevant for us.',
      "We're not looking for anything like this.",
      'Stop contacting me. I never asked for this.',
      'Thanks, but we will pass.',
    ],
  },
  MovedOut: {
    known: [
      'Lee has left the company',
      'I no longer work at Acme, so I cannot help you.',
      {
        subject: 'Automatic reply: Hello',
        headers: AUTO,
        text: 'I have left Acme Ltd. This mailbox is no longer monitored.',
      },
    ],
    heldOut: [
      'Mrs Brown is no longer with us. She moved on in June.',
      'I changed jobs last month and am not with Northwind any more.',
      {
        subject: 'Automatic reply: Your data',
        headers: AUTO,
        text: 'Please note that Peter Jones no longer works for Northwind. This address will be deleted soon.',
      },
    ],
  },
  Retired: {
    known: ['I retired last summer.', 'Mr Smith has retired, sorry.'],
    heldOut: [
      'I am enjoying my retirement now and have nothing to do with this any longer.',
      'Please note that Susan went into retirement at the end of September.',
    ],
  },
  Unsubscribed: {
    known: ['Unsubscribe me', 'Please remove me from your mailing list.', 'UNSUBSCRIBE'],
    heldOut: [
      'Take me off your list immediately.',
      'I want to unsubscribe from these emails.',
      'Delete my data and do not send me any more emails, GDPR.',
      { subject: 'unsubscribe', text: '' },
    ],
  },
  OutOfOffice: {
    known: [
      { subject: 'Out of office', headers: AUTO, text: 'Back on 3 March', until: '2027-03-03' },
      {
        subject: 'Automatic reply: Quick question',
        text: 'I am out of the office until 30 November 2026 with limited access to email. For urgent matters please contact my colleague Jo at jo@acme.example.',
        until: '2026-11-30',
      },
      {
        subject: 'Away',
        headers: AUTO,
        text: 'Thank you for your mail. I am travelling and will answer late.',
      },
    ],
    heldOut: [
      {
        subject: 'Out of Office Re: Intro',
        text: 'Hi, I am on annual leave from December 21 to January 4 and will reply on my return.',
        until: '2027-01-04',
      },
      {
        subject: 'Re: Hello',
        headers: AUTO,
        text: 'I am currently on parental leave. I will be back in the office on Monday, 1 February 2027.',
        until: '2027-02-01',
      },
      { subject: 'Autoreply: Hello', text: "I'm on vacation, July 10-31.", until: '2027-07-31' },
    ],
  },
  SupportAutoResponse: {
    known: [
      {
        subject: 'Ticket #123 received',
        headers: AUTO,
        text: 'Your request has been received. Ticket #123.',
      },
      {
        subject: '[Acme Support] Re: Hello',
        headers: AUTO,
        text: 'Thank you for contacting us. A member of our team will get back to you within 24 hours.',
      },
    ],
    heldOut: [
      {
        subject: '[#48213] Hello',
        headers: { 'auto-submitted': 'auto-generated' },
        text: 'We have received your message and created case number 48213. Please do not reply to this email.',
      },
      {
        subject: 'Request received: Introduction',
        headers: { 'x-auto-response-suppress': 'All', 'x-zendesk-from-account-id': '12ab' },
        text: '##- Please type your reply above this line -## Your request (5512) has been received and is being reviewed by our support staff.',
      },
    ],
  },
  Other: {
    known: [
      'Thanks, I will have a look.',
      'Who are you?',
      'Got it, thank you.',
      'I forwarded this internally.',
      'Am I supposed to know you? I have been out of the office a lot lately.',
    ],
    heldOut: [
      'Thank you for your message.',
      'I am not sure whether we are interested. I need to discuss it with my team.',
      'Where did you get my address from?',
      'Interesting read.',
      'Merry Christmas to you too!',
      'Hm, we met at the fair in May, right?',
    ],
  },
};
