import { Button, FileButton, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { IMPORT_TARGETS, type ImportTarget } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './import.module.css';
import { TARGET_WORDS } from './import-words.ts';
import { sendFile } from './send-file.ts';
import { NOBODY_YET, useWhoGetsIt, WhoGetsItFields } from './who-gets-it.tsx';

const WHAT_FOR: Readonly<Record<ImportTarget, string>> = {
  leads: 'Each person is looked up here and in the CRM. You see what would happen before anything does.',
  unsubscribed:
    'Each address becomes UnSubscribed for every assistant, for ever; domains go on the list Never write to.',
  'never-write': 'Addresses and domains that no assistant may take or mail. You can take them off again.',
};

/** What the file is for, who works on new leads, and the file. */
export function ChooseFile({ first }: { readonly first: ImportTarget }) {
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState(first);
  const [chosen, setChosen] = useState(NOBODY_YET);
  const [context, setContext] = useState('');
  const [share, setShare] = useState(0);
  const [isOver, setIsOver] = useState(false);
  const who = useWhoGetsIt(chosen);
  const read = useMutation({
    mutationFn: (file: File) => sendFile(file, { ...who, target, context }, setShare),
    onSuccess: (importId) => {
      void queryClient.invalidateQueries({ queryKey: api.imports.key() });
      void navigate({ to: '/imports/$importId', params: { importId } });
    },
  });
  const problems = useFieldProblems(read.error, form);
  const take = (file: File | null | undefined): void => {
    if (file === null || file === undefined || read.isPending) return;
    setShare(0);
    read.mutate(file);
  };
  return (
    <Section title="Import a file">
      <div ref={form} className={classes.stack}>
        <SegmentedControl
          aria-label="What the file is for"
          data={IMPORT_TARGETS.map((value) => ({ value, label: TARGET_WORDS[value] }))}
          value={target}
          onChange={(value) => setTarget(IMPORT_TARGETS.find((each) => each === value) ?? 'leads')}
        />
        <p className={classes.quiet}>{WHAT_FOR[target]}</p>
        {target === 'leads' && (
          <>
            <WhoGetsItFields value={who} onChange={setChosen} problems={problems} />
            <TextInput
              label="Context"
              description="For everybody whose row has none of their own. Empty: the assistant’s."
              value={context}
              onChange={(event) => setContext(event.currentTarget.value)}
            />
          </>
        )}
        <div
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            take(event.dataTransfer.files[0]);
          }}
        >
          <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onChange={take}>
            {(button) => (
              <Button {...button} leftSection={<IconUpload size={15} aria-hidden />} loading={read.isPending}>
                Choose a file…
              </Button>
            )}
          </FileButton>
          <span className={classes.quiet}>
            or drop it here. CSV or Excel (.xlsx), up to 100 MB and 100,000 rows.
          </span>
        </div>
        {read.isPending && (
          <Text size="sm" c="dimmed" role="status">
            {share < 1 ? `Reading the file: ${Math.round(share * 100)} %` : 'Looking at each row'}
          </Text>
        )}
        {problems.count === 0 && <FieldError error={read.error} />}
      </div>
    </Section>
  );
}
