import { associatedIds } from '../portal/associate.ts';
import type { CrmObject, ObjectType, Portal } from '../portal/model.ts';
import { ownerName, timeText } from './crm-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { plainBody, safeBody } from './safe-body.ts';

const SHOWN = 200;
const ACTIVITIES: readonly ObjectType[] = ['notes', 'emails', 'tasks', 'meetings', 'calls', 'communications'];

/** What was logged on a contact, newest first. */
export function timeline(portal: Portal, contact: CrmObject): Html {
  const all = ACTIVITIES.flatMap((type) =>
    associatedIds(portal, contact, type).flatMap(([id]) => portal.objects[type].get(id) ?? []),
  ).sort((a, b) => whenOf(b) - whenOf(a) || Number(b.id) - Number(a.id));
  if (all.length === 0) return html`<p class="soft">Nothing has been logged on this contact yet.</p>`;
  return html`<ol class="timeline">
      ${all.slice(0, SHOWN).map((activity) => entry(portal, activity))}
    </ol>
    ${all.length > SHOWN && html`<p class="soft">${all.length - SHOWN} older ones are not shown.</p>`}`;
}

function whenOf({ values, createdAt }: CrmObject): number {
  const at = Date.parse(values['hs_timestamp'] ?? '');
  return Number.isNaN(at) ? createdAt : at;
}

interface Words {
  readonly kind: string;
  /** Class of the entry. */
  readonly look: 'plain' | 'incoming' | 'outgoing';
  readonly title: string;
  readonly detail: string;
  readonly body: Html;
}

function entry(portal: Portal, activity: CrmObject): Html {
  const { kind, look, title, detail, body } = wordsOf(portal, activity);
  return html`<li class="${look}">
    <div class="line">
      <h3>${title === '' ? kind : `${kind}: ${title}`}</h3>
      <span class="soft when">${timeText(portal, whenOf(activity))}</span>
    </div>
    ${detail !== '' && html`<div class="soft">${detail}</div>`}
    <div class="body">${body}</div>
  </li>`;
}

function wordsOf(portal: Portal, { type, values }: CrmObject): Words {
  const of = (name: string): string => values[name] ?? '';
  const owner = of('hubspot_owner_id');
  const person = owner === '' ? '' : ownerName(portal, owner);
  switch (type) {
    case 'emails': {
      const isIncoming = of('hs_email_direction') === 'INCOMING_EMAIL';
      const from = of('hs_email_from_email');
      const to = of('hs_email_to_email');
      return {
        kind: isIncoming ? 'E-mail received' : 'E-mail sent',
        look: isIncoming ? 'incoming' : 'outgoing',
        title: of('hs_email_subject'),
        detail: [from && `from ${from}`, to && `to ${to}`].filter((part) => part !== '').join(' '),
        body: of('hs_email_html') === '' ? plainBody(of('hs_email_text')) : safeBody(of('hs_email_html')),
      };
    }
    case 'tasks':
      return {
        kind: 'Task',
        look: 'plain',
        title: of('hs_task_subject'),
        detail: [person && `for ${person}`, of('hs_task_status').toLowerCase().replaceAll('_', ' ')]
          .filter((part) => part !== '')
          .join(' · '),
        body: safeBody(of('hs_task_body')),
      };
    case 'meetings':
      return {
        kind: 'Meeting',
        look: 'plain',
        title: of('hs_meeting_title'),
        detail: person,
        body: safeBody(of('hs_meeting_body')),
      };
    case 'calls':
      return {
        kind: 'Call',
        look: 'plain',
        title: of('hs_call_title'),
        detail: person,
        body: safeBody(of('hs_call_body')),
      };
    case 'communications':
      return {
        kind: 'Message',
        look: 'plain',
        title: of('hs_communication_channel_type').toLowerCase().replaceAll('_', ' '),
        detail: person,
        body: safeBody(of('hs_communication_body')),
      };
    default:
      return { kind: 'Note', look: 'plain', title: '', detail: person, body: safeBody(of('hs_note_body')) };
  }
}
