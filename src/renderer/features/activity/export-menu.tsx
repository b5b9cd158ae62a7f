import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { activityFilterOf } from './activity-search.ts';

type Format = 'csv' | 'json';

/** The list as it is filtered, as a file. */
export function ExportMenu({ filter }: { readonly filter: ReturnType<typeof activityFilterOf> }) {
  const save = useMutation({
    mutationFn: async (format: Format): Promise<string> => {
      const parts: string[] = [];
      for await (const part of await client.activity.export({ filter, format })) parts.push(part);
      const name = `baton-activity-${new Date().toISOString().slice(0, 10)}.${format}`;
      saveFile(name, parts, format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json');
      return name;
    },
    onSuccess: (name) => notifyDone(`${name} is saved.`),
    onError: notifyFailure,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.mutate('csv')}>CSV, for a spreadsheet</Menu.Item>
        <Menu.Item onClick={() => save.mutate('json')}>JSON, for a program</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
