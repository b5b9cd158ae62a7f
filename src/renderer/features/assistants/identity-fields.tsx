import { Select, TextInput, Textarea } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES } from '#contract/names.ts';
import { Section } from '../../ui/page-header.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';

const LANGUAGE_CHOICES = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** Who she is. */
export function IdentityFields({ values, set, problem }: FieldsProps) {
  return (
    <Section title="Identity">
      <div className={classes.stack}>
        <div className={classes.pair}>
          <TextInput
            label="Name"
            description="She signs with it."
            required
            autoComplete="off"
            value={values.name}
            error={problem('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label="Title"
            description="Stands after her name."
            autoComplete="off"
            value={values.title}
            error={problem('title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <TextInput
            label="E-mail address"
            description="Her own mailbox, and her user in the CRM."
            type="email"
            required
            autoComplete="off"
            spellCheck={false}
            value={values.email}
            error={problem('email')}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <TextInput
            label="Works for"
            description="The person of your team."
            autoComplete="off"
            value={values.userName}
            error={problem('userName')}
            onChange={(event) => set({ userName: event.currentTarget.value })}
          />
        </div>
        <Select
          label="Language"
          description="Of the closing, the unsubscribe line and the answer with the brochure. Messages in a tone are written in English or German; for another language use your own words in the schedule."
          className={classes.country}
          allowDeselect={false}
          data={LANGUAGE_CHOICES}
          value={values.language}
          error={problem('language')}
          onChange={(value) => {
            const language = LANGUAGES.find((each) => each === value);
            if (language !== undefined) set({ language });
          }}
        />
        <Textarea
          label="Signature"
          description="Stands under every message; without one, her name."
          autosize
          minRows={2}
          maxRows={8}
          value={values.signature}
          error={problem('signature')}
          onChange={(event) => set({ signature: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}
