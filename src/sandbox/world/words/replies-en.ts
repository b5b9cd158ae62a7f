import type { Wordings } from '../mail-types.ts';

export const ENGLISH: Wordings = {
  'agreed-to-meet': [
    'Hi {assistant},\n\nsure, {weekday} at {time} works for me. Please send an invite.',
    'Happy to talk. How about {weekday}, {time}? You can reach me on {phone}.',
    "Sounds good - let's set up a call. I'm free {weekday} afternoon.",
    "Hello {assistant},\n\nthanks for following up. Let's meet on {date} at {time}, 30 minutes should be enough. I'll bring {colleague} along.",
  ],
  interested: [
    'Hello {assistant},\n\nthis is interesting for us. Please send us an offer and we can take it from there.',
    'We are very interested and would like to move forward. What are the next steps?',
    'Good timing, we are just comparing vendors. Could you send a proposal for about 40 users?',
    "Yes please, I'd like to go ahead. Send over the contract draft and I will pass it to purchasing.",
  ],
  'more-info': [
    'Hi, what does it cost, and is there a minimum term?',
    'Thanks for your mail. Could you tell me a bit more about how this works with our existing systems?',
    'Do you have customers in our industry? And what would the pricing look like for a team of 25?',
    'Hi {assistant}, before I take this further: where is the data hosted, and how long does the roll-out usually take?',
  ],
  brochure: [
    'Can you send me your brochure please?',
    'Hi, do you have a company profile or a product brochure I could share with my team? Thanks!',
    'Please send some documentation first, a PDF brochure will do.',
    'Not ready for a call, but please mail me your brochure.',
  ],
  'connect-later': [
    'Thanks, but this is not a good time. Please get back to me on {date}.',
    'Hi {assistant},\n\nour budget is closed for now. Ask me again in {month}.',
    'We are in the middle of a migration. Could you contact me again after {date}?',
    "Can't look at this right now. Please reach out again on {date}, then we will know more.",
  ],
  referred: [
    'Hi, I am not responsible for this. Please write to my colleague {colleague}, {colleagueEmail}.',
    'Best talk to {colleague} ({colleagueEmail}), who looks after these topics at {company}.',
    "I've moved to another team. {colleague} is the right person now: {colleagueEmail}",
    'Hello {assistant}, this would be something for {colleague}. You can reach her at {colleagueEmail}. Good luck!',
  ],
  stop: [
    'Not interested, thanks. Please do not contact me again.',
    "I'm not the right person for this, please stop writing to me.",
    'We have a supplier and are happy with it. No need for further mails.',
    'Hi {assistant}, no interest from our side. Please stop the follow-ups.',
  ],
  'moved-out': [
    'Hello, {self} has left the company. This mailbox is read by the team.',
    '{self} no longer works at {company} and the account will be closed soon.',
    'Hi, I am answering for {self}, who left {company} last month. We have not filled the position yet.',
    'Please note that {self} is no longer with us. Kindly remove this address from your list of contacts at {company}.',
  ],
  retired: [
    'Dear {assistant}, I retired at the end of last year and no longer deal with business matters.',
    '{self} has retired. Thank you for all the years of good cooperation.',
    "I am enjoying my retirement since spring, so I'm afraid I can't help you any more.",
    'Hello, my husband {self} has gone into retirement and does not read this mail any longer.',
  ],
  unsubscribe: [
    'Unsubscribe me.',
    'Please unsubscribe me from this mailing list.',
    'Remove me from your mailing list immediately. I never signed up for this.',
    'UNSUBSCRIBE',
  ],
  'out-of-office': [
    'Thank you for your message. I am out of the office and will be back on {date}. In urgent cases please contact {colleague} at {colleagueEmail}.',
    "Hi,\n\nI'm on annual leave until {dateBefore}, returning on {date}, with no access to e-mail.",
    'I am currently travelling with limited access to my mailbox. I will return on {date} and answer then.',
    'On parental leave until {dateBefore}. From {date} I am back at my desk. {colleague} ({colleagueEmail}) covers for me.',
  ],
  'out-of-office-undated': [
    'Thank you for your mail. I am currently out of the office and will reply when I am back.',
    "I'm on sick leave at the moment and cannot answer e-mails. For urgent matters please call our switchboard.",
    'I am away from my desk with limited access to e-mail. Your message has not been forwarded.',
    'Auto-reply: I am out of office. Please contact {colleague} at {colleagueEmail} if it is urgent.',
  ],
  ticket: [
    'Thank you for contacting {company} support. Your request has been received and ticket #{ticket} has been created. We usually answer within one working day.',
    'We have received your message (case {ticket}). Please keep the case number in the subject line when you reply.',
    'Hi there,\n\nthanks for getting in touch! Your ticket number is {ticket}. One of our agents will look into it shortly.\n\nThis is an automated message, please do not reply.',
    'Your enquiry has been logged under reference {ticket}. ##- Please type your reply above this line -##',
  ],
  neutral: [
    'Thanks, I have passed this on internally.',
    'Got it. I will discuss it with the team.',
    'Hello {assistant}, did we meet at the trade fair last year? Your name seems familiar.',
    'Ok, noted. Best regards to your colleagues.',
  ],
};
