import type { AssistantView } from '#contract/assistants.ts';
import type { MailValue } from '#contract/names.ts';

/** What each value would be for the example lead; empty: there is none. */
export type ExampleValues = Readonly<Record<MailValue, string>>;

/** The values of the example lead with an assistant; without one, of the lead alone. */
export function exampleValues(assistant: AssistantView | undefined): ExampleValues {
  return {
    firstName: 'Ana',
    lastName: 'Silva',
    company: 'Example Ltd',
    context: assistant?.context ?? '',
    moreInformation: assistant?.moreInformation ?? '',
    assistantName: assistant?.name ?? '',
    assistantTitle: assistant?.title ?? '',
    calendarUrl: assistant?.calendarUrl ?? '',
    brochureUrl: assistant?.brochureUrl ?? '',
  };
}

/**
 * `text` with the value put at `from` … `to` (a selection), and where the caret stands then: after it, or between the
 * quotes of its default.
 */
export function insertValue(
  text: string,
  name: MailValue,
  from: number,
  to: number,
  withDefault = false,
): { readonly text: string; readonly caret: number } {
  const put = withDefault ? `{{ ${name} | default: "" }}` : `{{ ${name} }}`;
  const caret = from + put.length - (withDefault ? '" }}'.length : 0);
  return { text: `${text.slice(0, from)}${put}${text.slice(to)}`, caret };
}
