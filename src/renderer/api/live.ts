import { useEffect } from 'react';
import type { PushEvent } from '#contract/system.ts';
import { api, client, connection, queryClient } from './client.ts';

export type Topic = PushEvent['topics'][number];

/** Changes that come close together are asked for once. */
const GATHER_MS = 400;
const RESUBSCRIBE_MS = 1_000;

const listeners = new Map<Topic, Set<() => void>>();
const pendingTopics = new Set<Topic>();
const pendingLeads = new Set<string>();
let allLeads = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Query keys that a push about `topic` makes stale. The activity list is not among them: it decides itself
 * whether to jump (see useLiveTopic), so that a reader is not moved.
 */
export function staleKeys(topic: Topic, leadIds: readonly string[] | 'all'): readonly (readonly unknown[])[] {
  switch (topic) {
    case 'connections':
      return [api.connections.key(), api.authorisation.key(), api.health.key(), api.sending.handBack.key()];
    case 'assistants':
      return [api.assistants.key(), api.mailboxes.key(), api.drafts.writing.key()];
    case 'schedules':
      return [api.schedules.key()];
    case 'activity':
      return [api.activity.overview.key()];
    case 'attention':
      return [api.attention.key()];
    case 'data':
      return [api.data.key(), api.sending.exclusions.key()];
    case 'system':
      return [api.system.info.key(), api.updates.key(), api.languageModels.key()];
    case 'notices':
      return [api.system.notices.key(), api.notices.key()];
    case 'imports':
      return [api.imports.key()];
    case 'responses':
      return [api.responses.key(), api.teaching.key()];
    case 'leads':
      if (leadIds === 'all')
        return [
          api.leads.key(),
          api.plannedMessages.key(),
          api.drafts.key(),
          api.responses.key(),
          api.activity.overview.key(),
          api.attention.list.key(),
        ];
      return [
        api.leads.page.key(),
        api.leads.counts.key(),
        api.drafts.key(),
        api.responses.key(),
        api.activity.overview.key(),
        api.attention.list.key(),
        ...leadIds.map((id) => api.leads.get.key({ input: { id } })),
        ...leadIds.map((leadId) => api.plannedMessages.list.key({ input: { leadId } })),
      ];
  }
}

function flush(): void {
  timer = undefined;
  const topics = [...pendingTopics];
  const leadIds = allLeads ? 'all' : [...pendingLeads];
  pendingTopics.clear();
  pendingLeads.clear();
  allLeads = false;
  for (const topic of topics) {
    for (const queryKey of staleKeys(topic, leadIds)) void queryClient.invalidateQueries({ queryKey });
    for (const listener of listeners.get(topic) ?? []) listener();
  }
}

function receive(event: PushEvent): void {
  for (const topic of event.topics) pendingTopics.add(topic);
  if (event.topics.includes('leads') && event.leadIds.length === 0) allLeads = true;
  for (const id of event.leadIds) pendingLeads.add(id);
  timer ??= setTimeout(flush, GATHER_MS);
}

function untilOpen(): Promise<void> {
  return new Promise((resolve) => {
    if (connection.state().kind === 'open') return resolve();
    const stop = connection.subscribe(() => {
      if (connection.state().kind !== 'open') return;
      stop();
      resolve();
    });
  });
}

/** Follows `system.changes` for as long as the page lives. After a gap everything is asked again. */
export async function followChanges(): Promise<never> {
  for (let first = true; ; first = false) {
    await untilOpen();
    try {
      const changes = await client.system.changes();
      if (!first) void queryClient.invalidateQueries();
      for await (const event of changes) receive(event);
    } catch {
      // The connection's own state tells the user; the stream is opened again below.
    }
    await new Promise((resolve) => setTimeout(resolve, RESUBSCRIBE_MS));
  }
}

/** Calls `listener` when something about `topic` changed. */
export function useLiveTopic(topic: Topic, listener: () => void): void {
  useEffect(() => {
    const set = listeners.get(topic) ?? new Set();
    listeners.set(topic, set);
    set.add(listener);
    return () => void set.delete(listener);
  }, [topic, listener]);
}
