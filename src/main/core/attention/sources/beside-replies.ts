import { entry, open, type AttentionSource } from '../source.ts';

/** Named people looked at for the list; the page shows all. */
const MOST = 200;

/** People whom leads named, and invitations to the CRM: both wait for a person. */
export const besideReplies: AttentionSource = ({ store }) => {
  const count = store.proposals.countOpen();
  const oldest = count === 0 ? undefined : store.proposals.open(MOST).at(-1);
  const named =
    oldest === undefined
      ? []
      : [
          entry('named', {
            kind: 'proposed-lead',
            severity: 'question',
            title:
              count === 1
                ? `Write to ${oldest.name || oldest.address}?`
                : `Write to ${count} people whom leads named?`,
            cause: 'A lead named somebody else to write to. Nobody does before you approve.',
            since: oldest.at,
            count,
            connectionId: oldest.connectionId,
            assistantId: oldest.assistantId,
            actions: [open('Approve or dismiss', '/responses', { kind: 'named' })],
            dismissible: true,
          }),
        ];
  const invitations = store.strays.invitations().flatMap((stray) => {
    const assistant = store.assistants.byId(stray.assistantId);
    const link = store.assistants.links().find((each) => each.assistantId === stray.assistantId);
    if (assistant === null || link === undefined || link.ownerId !== null) return [];
    return [
      entry(stray.id, {
        kind: 'crm-invitation',
        severity: 'question',
        title: `Accept the CRM’s invitation for ${assistant.name}`,
        cause: `It came to ${assistant.email}. Only a person can accept it, in a browser.`,
        since: stray.at,
        connectionId: link.connectionId,
        assistantId: assistant.id,
        actions: [open('See the invitation', `/crm-details/${link.connectionId}`)],
      }),
    ];
  });
  return [...named, ...invitations];
};
