/** What a message can name, as the program knows it, with what stands in its place. */
export const KNOWN_VALUES: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: 'firstName', meaning: 'First name of the lead' },
  { name: 'lastName', meaning: 'Last name of the lead' },
  { name: 'company', meaning: 'Company of the lead' },
  { name: 'context', meaning: 'Context: of the record, else the default' },
  { name: 'moreInformation', meaning: 'More information of the assistant' },
  { name: 'assistantName', meaning: 'Name of the assistant' },
  { name: 'assistantTitle', meaning: 'Title of the assistant' },
  { name: 'calendarUrl', meaning: 'Calendar link of the assistant' },
  { name: 'brochureUrl', meaning: 'Brochure link of the assistant' },
];

/** `text` with the value put at `from` … `to` (a selection), and where the caret stands then. */
export function insertValue(
  text: string,
  name: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const put = `{{ ${name} }}`;
  return { text: `${text.slice(0, from)}${put}${text.slice(to)}`, caret: from + put.length };
}
