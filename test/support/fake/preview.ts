import type { MailPreview, PreviewWish } from '#contract/mail-preview.ts';

/** A message made of what a form holds, as the program would show it. */
export function fakePreview(
  writer: { readonly name: string; readonly context: string; readonly nurture: readonly string[] },
  { step, leadId, example }: PreviewWish,
): MailPreview {
  const { name, context, nurture } = writer;
  const who = leadId !== null ? 'Nora' : example === 'full' ? 'Ana' : '';
  const fact = nurture[step];
  const lines = [
    `Hello${who === '' ? '' : ` ${who}`},`,
    `I write about ${context}.`,
    `Best regards,\n${name}`,
    ...(fact === undefined ? [] : [`PS: ${fact}`]),
  ];
  return {
    subject: step === 0 ? context : `Re: ${context}`,
    text: `${lines.join('\n\n')}\n`,
    html: lines.map((line) => `<p>${line.replaceAll('\n', '<br>')}</p>`).join('\n'),
    values: [
      ...(who === ''
        ? []
        : [
            {
              name: 'firstName' as const,
              value: who,
              origin: leadId === null ? ('example' as const) : ('record' as const),
            },
          ]),
      { name: 'context', value: context, origin: 'default' },
      ...(fact === undefined
        ? []
        : [{ name: 'nurtureLine' as const, value: fact, origin: 'nurture' as const }]),
    ],
    problem:
      context.trim() === ''
        ? 'The message needs a context, and there is none. Give the record or the assistant one.'
        : null,
  };
}
