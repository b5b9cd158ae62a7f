import { TextInput, Textarea } from '@mantine/core';
import { Section } from '../../ui/page-header.tsx';
import type { FieldsProps } from './assistant-form.tsx';
import classes from './editor.module.css';

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
