import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { EXPORT_FORMATS, EXPORT_TOPICS } from '#contract/data.ts';
import type { ExportFormat, ExportTopic } from '#contract/data.ts';
import { client } from '../../api/client.ts';
import { useIsMember } from '../../ui/for-admins.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './data.module.css';
import { TOPIC_WORDS } from './data-words.ts';
import { saveFile } from '../../ui/save-file.ts';

interface Wanted {
  readonly topic: ExportTopic | 'everything';
  readonly format: ExportFormat;
}

async function download({ topic, format }: Wanted): Promise<string> {
  const parts: string[] = [];
  const pieces =
    topic === 'everything' ? await client.data.exportAll() : await client.data.export({ topic, format });
  for await (const part of pieces) parts.push(part);
  const name = `baton-${topic}-${new Date().toISOString().slice(0, 10)}.${format}`;
  saveFile(name, parts, format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json');
  return name;
}

/** Everything as files, for a spreadsheet or another program. */
export function ExportSection() {
  const save = useMutation({
    mutationFn: download,
    onSuccess: (name) => notifyDone(`${name} is saved.`),
    onError: notifyFailure,
  });
  const isMember = useIsMember();
  return (
    <Section
      title="Export"
      description="Whole lists as CSV for a spreadsheet or JSON for a program. No key and no password is in them."
    >
      <ul className={classes.exports}>
        {EXPORT_TOPICS.map((topic) => (
          <li key={topic}>
            <span>{TOPIC_WORDS[topic]}</span>
            <span className={classes.buttons}>
              {EXPORT_FORMATS.map((format) => {
                const isThis =
                  save.isPending && save.variables.topic === topic && save.variables.format === format;
                return (
                  <Button
                    key={format}
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconDownload size={14} aria-hidden />}
                    loading={isThis}
                    disabled={save.isPending && !isThis}
                    aria-label={`${TOPIC_WORDS[topic]} as ${format.toUpperCase()}`}
                    onClick={() => save.mutate({ topic, format })}
                  >
                    {format.toUpperCase()}
                  </Button>
                );
              })}
            </span>
          </li>
        ))}
        <li>
          <span>
            Everything
            <span className={classes.hint}>for another installation of Baton: Import there reads it</span>
          </span>
          <span className={classes.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              loading={save.isPending && save.variables.topic === 'everything'}
              disabled={isMember || (save.isPending && save.variables.topic !== 'everything')}
              aria-label="Everything as JSON"
              onClick={() => save.mutate({ topic: 'everything', format: 'json' })}
            >
              JSON
            </Button>
          </span>
        </li>
      </ul>
    </Section>
  );
}
