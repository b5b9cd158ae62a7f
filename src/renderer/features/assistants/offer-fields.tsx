import { TextInput, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Section } from '../../ui/page-header.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';

/** What she writes about where the record says nothing else. */
export function OfferFields({ values, set, problem }: FieldsProps) {
  return (
    <Section
      title="Default values"
      description="Used for every contact whose record has no value of its own."
    >
      <div className={classes.stack}>
        <div>
          <TextInput
            label="Context"
            description="What you offer, as a few words that fit into a sentence: “cyber security for electric vehicles”."
            value={values.context}
            error={problem('context')}
            onChange={(event) => set({ context: event.currentTarget.value })}
          />
          {values.context.trim() === '' && (
            <div className={classes.hint}>
              <ToneMark tone="warning" icon={IconAlertTriangle}>
                Without it, contacts that have no context of their own wait in New and get no mail.
              </ToneMark>
            </div>
          )}
        </div>
        <Textarea
          label="More information"
          description="One or two finished sentences, put before she asks for a meeting, in every other message."
          autosize
          minRows={2}
          maxRows={6}
          value={values.moreInformation}
          error={problem('moreInformation')}
          onChange={(event) => set({ moreInformation: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label="Calendar link"
            description="Where a lead picks a time."
            placeholder="https://"
            type="url"
            spellCheck={false}
            value={values.calendarUrl ?? ''}
            error={problem('calendarUrl')}
            onChange={(event) => set({ calendarUrl: orNull(event.currentTarget.value) })}
          />
          <TextInput
            label="Brochure link"
            description="Sent to a lead who asks for it."
            placeholder="https://"
            type="url"
            spellCheck={false}
            value={values.brochureUrl ?? ''}
            error={problem('brochureUrl')}
            onChange={(event) => set({ brochureUrl: orNull(event.currentTarget.value) })}
          />
          <TextInput
            label="BCC"
            description="Gets a hidden copy of every message."
            type="email"
            spellCheck={false}
            value={values.bcc ?? ''}
            error={problem('bcc')}
            onChange={(event) => set({ bcc: orNull(event.currentTarget.value) })}
          />
          <TextInput
            label="Lead source"
            description="Where her contacts come from."
            value={values.leadSource}
            error={problem('leadSource')}
            onChange={(event) => set({ leadSource: event.currentTarget.value })}
          />
        </div>
      </div>
    </Section>
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
