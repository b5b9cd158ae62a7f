import { expect, it } from 'vitest';
import { TONES } from '#contract/names.ts';
import { checkClaims } from '#core/domain/drafts/claims/check-claims.ts';
import { factsOf } from '#core/domain/drafts/writing-brief.ts';
import { writeMessage } from '#core/flows/nurture/write-message.ts';
import { anAssistant } from '#test/support/an-assistant.ts';
import { aLead } from '#test/support/lead-facts.ts';

const MESSAGES = 7;

it.each(TONES)(
  'the claim check passes every message of the tone "%s", which states what was given',
  (tone) => {
    const assistant = anAssistant();
    const step = { gapDays: 1, message: { kind: 'assistant', tone } } as const;
    for (let index = 0; index < MESSAGES * 5; index += 1) {
      const lead = aLead({
        id: `lead-${index}`,
        firstName: 'Ana',
        lastName: 'Silva',
        company: 'Voltado GmbH',
      });
      const place = { index: index % MESSAGES, of: MESSAGES };
      const message = writeMessage({ lead, assistant, step, place, sent: [] });
      const template = { subject: '', text: '' };
      const brief = {
        assistant,
        lead,
        tone,
        position: 1,
        of: MESSAGES,
        language: 'English',
        template,
        sentBefore: [],
      };
      expect(checkClaims(message, factsOf(brief))).toEqual([]);
    }
  },
);
