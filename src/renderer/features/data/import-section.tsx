import { Alert, Button, FileButton, Group, Modal, Table, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MAX_IMPORT_PART } from '#contract/data.ts';
import type { ArchiveReportView } from '#contract/data.ts';
import { client, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { ARCHIVE_WORDS } from './data-words.ts';

/** Bytes read of the file at once; a piece of text of it is never longer than the program takes. */
const SLICE = Math.floor(MAX_IMPORT_PART / 2);

/** Sends the file in pieces and answers what taking it over would do. */
async function upload(file: File, onProgress: (share: number) => void): Promise<ArchiveReportView> {
  await client.data.importBegin();
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += SLICE) {
    const text = decoder.decode(await file.slice(at, at + SLICE).arrayBuffer(), { stream: true });
    await client.data.importPart({ text });
    onProgress(Math.min(1, (at + SLICE) / file.size));
  }
  return client.data.importCheck();
}

/** What another installation exported is taken over here, after a look at what would be added. */
export function ImportSection() {
  const [share, setShare] = useState(0);
  const read = useMutation({ mutationFn: (file: File) => upload(file, setShare), onError: notifyFailure });
  const take = useMutation({
    mutationFn: () => client.data.importTake(),
    onSuccess: (report) => {
      const leads = report.topics.find(({ topic }) => topic === 'leads')?.added ?? 0;
      notifyDone(`${leads.toLocaleString()} leads were imported. Reconnect each account on CRM Details.`);
      read.reset();
      void queryClient.invalidateQueries();
    },
    onError: notifyFailure,
  });
  const leave = (): void => {
    read.reset();
    void client.data.importDrop().catch(() => undefined);
  };
  const report = read.data;
  return (
    <Section
      title="Import"
      description="What another installation exported as Everything. You see what would be added before anything is. A backup is made first; keys and passwords are not in such a file and are asked for afterwards."
      actions={
        <FileButton
          accept="application/json,.json"
          onChange={(file) => {
            if (file === null) return;
            setShare(0);
            read.mutate(file);
          }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              leftSection={<IconUpload size={15} aria-hidden />}
              loading={read.isPending}
            >
              Import…
            </Button>
          )}
        </FileButton>
      }
    >
      {read.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {share < 1 ? `Reading the file: ${Math.round(share * 100)} %` : 'Comparing it with what is here'}
        </Text>
      )}
      <Modal
        opened={report !== undefined}
        onClose={leave}
        size="lg"
        title="What the import would do"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {report !== undefined && <Report report={report} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={leave} data-autofocus>
            Cancel
          </Button>
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            Import
          </Button>
        </Group>
      </Modal>
    </Section>
  );
}

function Report({ report }: { readonly report: ArchiveReportView }) {
  return (
    <>
      <Text size="sm">Exported {exactTime(report.exportedAt)}.</Text>
      <Table mt="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th ta="right">Added</Table.Th>
            <Table.Th ta="right">Here already</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.topics.map(({ topic, added, there }) => (
            <Table.Tr key={topic}>
              <Table.Td>{ARCHIVE_WORDS[topic]}</Table.Td>
              <Table.Td ta="right">{added.toLocaleString()}</Table.Td>
              <Table.Td ta="right">{there.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.refused.map(({ count, because }) => (
        <Alert key={because} color="gray" mt="sm">
          {count === 1 ? '1 lead is' : `${count.toLocaleString()} leads are`} not taken over: {because}
        </Alert>
      ))}
      <Text size="sm" c="dimmed" mt="sm">
        Leads whose message was due since the export are stopped until you look at them: it may be out
        already.
      </Text>
    </>
  );
}
