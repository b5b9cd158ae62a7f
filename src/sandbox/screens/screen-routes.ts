import type { Route, SandboxReply, SandboxRequest } from '../http/route.ts';
import { HubSpotError } from '../http/route.ts';
import { formOf } from '../hubspot/oauth-consent.ts';
import type { CrmObject } from '../portal/model.ts';
import { followMerges, UniqueValueTaken } from '../portal/write.ts';
import { chosenIds, contactsPage, listPath, readView, viewOf } from './contacts-page.ts';
import { recordPath } from './crm-words.ts';
import type { Guard, GuardProblem } from './guard.ts';
import { PAGE_HEADERS } from './guard.ts';
import { html } from './html.ts';
import { chosenOwner } from './owner-select.ts';
import { pageReply, redirect } from './page.ts';
import type { Notice } from './page.ts';
import type { ScreenWorld } from './record-actions.ts';
import { answeringAddress, DONE, FormProblem, RECORD_ACTIONS } from './record-actions.ts';
import { deletedPage, recordPage } from './record-page.ts';
import { STYLE } from './style.ts';
import { addUser, usersPage } from './users-page.ts';

const RECORD = '/contacts/:portalId/record/0-1/:contactId';

/** The screens in which a person plays the CRM's users: contacts, one contact, users. */
export function screenRoutes(world: ScreenWorld, guard: Guard): readonly Route[] {
  const { portal, control, mail } = world;
  const open = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    paths: [path],
    scopes: null,
    limit: 'none',
    isOwn: true,
    handle,
  });
  const guarded = (
    method: 'GET' | 'POST',
    path: string,
    handle: (request: SandboxRequest) => SandboxReply,
  ): Route => ({
    ...open(path, (request) => {
      const problem = guard.problemOf(request);
      return problem === null ? handle(request) : refusal(problem);
    }),
    method,
  });

  const record = (contact: CrmObject, notice: Notice | null, status = 200): SandboxReply =>
    contact.archivedAt === null
      ? recordPage({
          portal,
          now: world.now(),
          contact,
          answersFrom: answeringAddress(mail, contact),
          notice,
          status,
        })
      : deletedPage(portal, contact, notice);

  const contactOf = ({ params }: SandboxRequest): CrmObject | undefined =>
    params['portalId'] === String(portal.portalId)
      ? followMerges(portal, 'contacts', params['contactId'] ?? '')
      : undefined;

  return [
    open('/crm/style.css', (request) =>
      guard.isOurHost(request)
        ? { status: 200, contentType: 'text/css; charset=utf-8', headers: PAGE_HEADERS, body: STYLE }
        : refusal('host'),
    ),
    open('/crm/open/:key', (request) => {
      const cookie = guard.cookieFor(request, request.params['key'] ?? '');
      if (cookie === null) return refusal(guard.isOurHost(request) ? 'key' : 'host');
      const reply = redirect('/crm');
      return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
    }),
    guarded('GET', '/crm', ({ query }) => {
      const assigned = Number(query.get('assigned') ?? Number.NaN);
      const notice = Number.isInteger(assigned) ? assignedNotice(assigned) : null;
      return contactsPage(portal, world.now(), readView(query), notice);
    }),
    guarded('POST', '/crm/assign', ({ body }) => {
      const form = formOf(body);
      const view = viewOf(form);
      return carryOut(
        () => {
          const ids = chosenIds(form).filter((id) => portal.objects.contacts.get(id)?.archivedAt === null);
          const owner = chosenOwner(portal, form['owner']);
          if (ids.length === 0) throw new FormProblem('Tick the contacts that shall be assigned.');
          if (owner === null) throw new FormProblem('Assign selected to: choose an active user, or Nobody.');
          return redirect(listPath(view, { assigned: String(control.person.assign(ids, owner)) }));
        },
        (notice) => contactsPage(portal, world.now(), view, notice, 400),
      );
    }),
    guarded('GET', RECORD, (request) => {
      const contact = contactOf(request);
      if (contact === undefined) return notFound();
      if (contact.id !== request.params['contactId']) return redirect(recordPath(portal, contact.id));
      return record(contact, doneNotice(request.query.get('done')));
    }),
    guarded('POST', `${RECORD}/:action`, (request) => {
      const contact = contactOf(request);
      const name = request.params['action'] ?? '';
      const action = RECORD_ACTIONS.get(name);
      if (contact === undefined || action === undefined) return notFound();
      return carryOut(
        () => {
          const isBack = name === 'restore';
          if (!isBack && contact.archivedAt !== null) throw new FormProblem('The contact has been deleted.');
          const { done, contactId } = action(world, contact, formOf(request.body));
          return redirect(`${recordPath(portal, contactId)}?done=${done}`);
        },
        (notice) => record(contact, notice, 400),
      );
    }),
    guarded('GET', '/crm/users', ({ query }) =>
      usersPage(portal, world.now(), userNotice(query.get('done'))),
    ),
    guarded('POST', '/crm/users', ({ body }) => {
      const form = formOf(body);
      return carryOut(
        () => {
          addUser(world, form);
          return redirect('/crm/users?done=added');
        },
        (notice) => usersPage(portal, world.now(), notice, form, 400),
      );
    }),
    guarded('POST', '/crm/users/:ownerId/deactivate', ({ params }) =>
      carryOut(
        () => {
          control.person.deactivateOwner(params['ownerId'] ?? '');
          return redirect('/crm/users?done=deactivated');
        },
        (notice) => usersPage(portal, world.now(), notice, {}, 400),
      ),
    ),
  ];
}

/** Runs a form; what it refuses becomes a sentence on the page that it came from. */
function carryOut(run: () => SandboxReply, again: (notice: Notice) => SandboxReply): SandboxReply {
  try {
    return run();
  } catch (error) {
    const isExpected =
      error instanceof FormProblem ||
      error instanceof RangeError ||
      error instanceof HubSpotError ||
      error instanceof UniqueValueTaken;
    if (!isExpected) throw error;
    return again({ kind: 'problem', text: error.message });
  }
}

function assignedNotice(count: number): Notice {
  const text = count === 1 ? '1 contact has another owner now.' : `${count} contacts have another owner now.`;
  return { kind: 'done', text };
}

function doneNotice(word: string | null): Notice | null {
  return word !== null && Object.hasOwn(DONE, word)
    ? { kind: 'done', text: DONE[word as keyof typeof DONE] }
    : null;
}

const USER_DONE: Readonly<Record<string, string>> = {
  added: 'The user was added and can own contacts.',
  deactivated: 'The user was deactivated. Contacts keep this owner until somebody assigns them anew.',
};

function userNotice(word: string | null): Notice | null {
  const text = word !== null && Object.hasOwn(USER_DONE, word) ? USER_DONE[word] : undefined;
  return text === undefined ? null : { kind: 'done', text };
}

function notFound(): SandboxReply {
  return pageReply({
    title: 'Not found',
    place: 'none',
    status: 404,
    body: html`<div class="card stack">
      <h1>There is no such page</h1>
      <p>No contact of this CRM has this number. <a href="/crm">All contacts</a></p>
    </div>`,
  });
}

const REFUSALS: Readonly<Record<GuardProblem, string>> = {
  host: 'This address does not belong to the sandbox. Open the link that it printed when it started.',
  key: 'Open the CRM with the link that the sandbox printed when it started; it is valid until the sandbox ends.',
  origin: 'The form was sent from another page than its own, so nothing was done.',
};

function refusal(problem: GuardProblem): SandboxReply {
  return pageReply({
    title: 'Not open',
    place: 'none',
    status: 403,
    body: html`<div class="card stack">
      <h1>The CRM is not open here</h1>
      <p>${REFUSALS[problem]}</p>
      ${problem === 'key' && html`<p>If you have just opened that link: <a href="/crm">go on to the contacts</a>.</p>`}
    </div>`,
  });
}
