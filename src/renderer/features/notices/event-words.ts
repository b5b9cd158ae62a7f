import type { NoticeEvent } from '#contract/names.ts';

/** An event as a person would say it, and what is meant. */
export const EVENT_WORDS: Readonly<Record<NoticeEvent, { readonly name: string; readonly what: string }>> = {
  hot: { name: 'Hot', what: 'A lead agrees to meet or wants to go on' },
  responded: { name: 'Responded', what: 'Any other reply of a person' },
  'at-risk': { name: 'LeadAtRisk', what: 'Nobody has reached out for 24 hours' },
  brochure: { name: 'Brochure asked for', what: 'Its link is sent, where the assistant has one' },
  deactivated: { name: 'DeActivated', what: 'A bounce, left the company, not interested' },
  'proposed-lead': { name: 'Somebody named', what: 'A lead names somebody else: approve or dismiss' },
  'drafts-waiting': { name: 'Drafts waiting', what: 'Once a day, while there are some' },
  'import-finished': { name: 'Import finished', what: 'A file of leads is through' },
};
