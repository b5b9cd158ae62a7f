import type { MailPreview } from '#contract/mail-preview.ts';

/** What each value of a message is, in short and as the editor explains it. */
export const MAIL_VALUE_WORDS: Readonly<
  Record<MailPreview['values'][number]['name'], { readonly short: string; readonly meaning: string }>
> = {
  firstName: { short: 'First name', meaning: 'First name of the lead' },
  lastName: { short: 'Last name', meaning: 'Last name of the lead' },
  company: { short: 'Company', meaning: 'Company of the lead' },
  context: { short: 'Context', meaning: 'Context: of the record, else the default' },
  moreInformation: { short: 'More information', meaning: 'More information of the assistant' },
  assistantName: { short: 'Her name', meaning: 'Name of the assistant' },
  assistantTitle: { short: 'Her title', meaning: 'Title of the assistant' },
  calendarUrl: { short: 'Calendar link', meaning: 'Calendar link of the assistant' },
  brochureUrl: { short: 'Brochure link', meaning: 'Brochure link of the assistant' },
  nurtureLine: { short: 'PS', meaning: 'A fact of the nurture table' },
};
