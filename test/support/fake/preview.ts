import type { MailPreview, PreviewWish } from '#contract/mail-preview.ts';
import type { StepView } from '#contract/schedules.ts';
import { previewMessage } from '#core/flows/nurture/preview-message.ts';
import { aLead } from '#test/support/lead-facts.ts';

/** A message of these steps, in the program's own words; every lead is the same made-up person. */
export function fakePreview(
  assistant: Parameters<typeof previewMessage>[1],
  steps: readonly StepView[],
  wish: PreviewWish,
): MailPreview {
  const lead = aLead({
    firstName: 'Nora',
    lastName: 'Berg',
    company: 'Cobalt Motors',
    nextStep: 0,
    thread: [],
  });
  const store = { leads: { byId: () => lead }, mails: { ofLead: () => [] } };
  const shown = previewMessage(
    store as unknown as Parameters<typeof previewMessage>[0],
    assistant,
    steps,
    wish,
  );
  if (shown === null) throw new RangeError(`The schedule has no message ${wish.step}.`);
  return shown;
}
