import { Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeadRow, LeadTarget } from '#contract/leads.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import classes from './lead-detail.module.css';

const LONGEST = 40;
const MOST = 20;

function useTagging(onDone?: () => void) {
  return useMutation(
    api.leads.tag.mutationOptions({
      // Under way until the lead was read again, so that the tags do not jump back in between.
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.leads.key() });
        onDone?.();
      },
      onError: notifyFailure,
    }),
  );
}

/** Tags in use, as suggestions. */
function useKnownTags(): string[] {
  const tags = useQuery(api.leads.tags.queryOptions());
  return (tags.data ?? []).map(({ tag }) => tag);
}

/** The tags of one lead: typed and Enter adds one, Backspace removes the last. They stay in this program. */
export function TagsField({ lead }: { readonly lead: LeadRow }) {
  const known = useKnownTags();
  const tagging = useTagging();
  const [wanted, setWanted] = useState<string[]>(lead.tags);
  return (
    <TagsInput
      className={classes.tags}
      size="xs"
      aria-label="Tags"
      placeholder={lead.tags.length === 0 ? 'Add a tag' : ''}
      data={known}
      maxTags={MOST}
      splitChars={[',', ';']}
      value={tagging.isPending ? wanted : lead.tags}
      onChange={(next) => {
        const tags = next.map((tag) => tag.trim().slice(0, LONGEST)).filter((tag) => tag !== '');
        const add = tags.filter((tag) => !lead.tags.includes(tag));
        const remove = lead.tags.filter((tag) => !tags.includes(tag));
        if (add.length + remove.length === 0) return;
        setWanted(tags);
        tagging.mutate({ target: { kind: 'ids', ids: [lead.id] }, add, remove });
      }}
    />
  );
}

interface TagDialogProps {
  readonly target: LeadTarget;
  readonly count: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Tags for many leads at once. */
export function TagDialog({ opened, onClose, ...about }: TagDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Tags: ${about.count.toLocaleString()} ${about.count === 1 ? 'lead' : 'leads'}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <TagForm {...about} onClose={onClose} />}
    </Modal>
  );
}

function TagForm({ target, onClose }: Omit<TagDialogProps, 'opened'>) {
  const known = useKnownTags();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const tagging = useTagging(onClose);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tagging.mutate(
          { target, add, remove },
          {
            onSuccess: ({ done, skipped }) => {
              const had = skipped.length === 0 ? '' : ` ${skipped.length.toLocaleString()} were so already.`;
              notifyDone(
                `Tags of ${done === 1 ? '1 lead' : `${done.toLocaleString()} leads`} changed.${had}`,
              );
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <Text size="sm">Tags are known in this program alone; nothing of them is written to the CRM.</Text>
        <TagsInput
          label="Add"
          placeholder="Type and press Enter"
          openOnFocus={false}
          data-autofocus
          data={known}
          maxTags={MOST}
          value={add}
          onChange={(tags) => setAdd(tags.map((tag) => tag.slice(0, LONGEST)))}
        />
        <TagsInput
          label="Remove"
          openOnFocus={false}
          data={known}
          maxTags={MOST}
          value={remove}
          onChange={setRemove}
        />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={add.length + remove.length === 0} loading={tagging.isPending}>
            Change tags
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
