import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { NoticeSettings, NoticesView } from '#contract/notices.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { EventTable } from './event-table.tsx';
import classes from './notices.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When mails go and to whom, and the table of events. */
export function NoticesForm({ view }: { readonly view: NoticesView }) {
  const form = useRef<HTMLFormElement>(null);
  const { sender, waiting, ...saved } = view;
  const [settings, setSettings] = useState<NoticeSettings>(saved);
  const save = useMutation(
    api.notices.save.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(api.notices.get.queryKey(), next);
        notifyDone('Saved.');
      },
    }),
  );
  const problems = useFieldProblems(save.error, form);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(saved);
  const change = (part: Partial<NoticeSettings>): void => {
    setSettings({ ...settings, ...part });
    for (const field of Object.keys(part)) problems.touch(field);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(settings);
      }}
    >
      <Section
        title="Who is told of what"
        description="In the app: a line in the window, and a notification of the desktop. By mail: to you, and to everybody under Copy to."
      >
        <div className={classes.head}>
          <TextInput
            label="My address"
            type="email"
            placeholder="you@company.com"
            className={classes.me}
            value={settings.me}
            error={problems.of('me')}
            onChange={(event) => change({ me: event.currentTarget.value })}
          />
          <div>
            <span className={classes.label} id="notices-rhythm">
              Mails go
            </span>
            <SegmentedControl
              aria-labelledby="notices-rhythm"
              data={[
                { value: 'each', label: 'At once' },
                { value: 'daily', label: 'Once a day' },
              ]}
              value={settings.rhythm}
              onChange={(value) => change({ rhythm: value === 'daily' ? 'daily' : 'each' })}
            />
          </div>
          {settings.rhythm === 'daily' && (
            <>
              <Select
                label="At"
                className={classes.hour}
                data={HOURS}
                allowDeselect={false}
                value={String(settings.hour)}
                onChange={(value) => change({ hour: Number(value ?? 8) })}
              />
              <TextInput
                label="Time zone"
                value={settings.timeZone}
                error={problems.of('timeZone')}
                onChange={(event) => change({ timeZone: event.currentTarget.value })}
              />
            </>
          )}
        </div>
        {sender === null ? (
          <p className={classes.warn}>
            <IconAlertTriangle size={15} aria-hidden />
            <span>
              No assistant has a mailbox yet, so no mail can go out. Give one a mailbox on the Assistants
              page.
            </span>
          </p>
        ) : (
          <p className={classes.remark}>
            Mails go through an assistant’s mailbox, such as the one of <bdi>{sender}</bdi>.
            {waiting > 0 &&
              ` ${waiting} ${waiting === 1 ? 'piece of news waits' : 'news wait'} for the next one.`}
          </p>
        )}
        <EventTable settings={settings} problems={problems} onChange={(rows) => change({ rows })} />
        {problems.count === 0 && <FieldError error={save.error} />}
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant={isChanged ? 'filled' : 'default'}
            disabled={!isChanged}
            loading={save.isPending}
          >
            Save
          </Button>
        </div>
      </Section>
    </form>
  );
}
