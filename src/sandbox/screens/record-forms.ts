import type { CrmObject, Portal, PropertyDefinition } from '../portal/model.ts';
import { REPLY_KINDS } from '../world/mail-types.ts';
import type { ReplyKind } from '../world/mail-types.ts';
import { recordPath } from './crm-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { ourFields } from './our-fields.ts';
import { ownerOptions } from './owner-select.ts';
import { option } from './page.ts';

const ANSWERS: Readonly<Record<ReplyKind, string>> = {
  'agreed-to-meet': 'agrees to meet',
  interested: 'is interested',
  'more-info': 'asks for more information',
  brochure: 'asks for a brochure',
  'connect-later': 'asks to be contacted later',
  referred: 'names a colleague instead',
  stop: 'asks to stop',
  'moved-out': 'has left the company',
  retired: 'has retired',
  unsubscribe: 'asks to be unsubscribed',
  'out-of-office': 'is away until a certain day',
  'out-of-office-undated': 'is away, without a date',
  ticket: 'help desk sends a ticket number',
  neutral: 'answers something neutral',
  'hard-bounce': 'address does not exist (hard bounce)',
  'soft-bounce': 'mailbox is full (soft bounce)',
  'unexplained-bounce': 'mail bounces without a reason',
};

/** What a person can do with a contact, each as a form of its own. `answersFrom`: an address of it that got mail. */
export function recordForms(portal: Portal, contact: CrmObject, answersFrom: string | null): Html {
  const path = recordPath(portal, contact.id);
  const { status, context, choices } = ourFields(portal);
  const hasOwner = contact.values['hubspot_owner_id'] !== undefined;
  return html`<section class="card stack" aria-labelledby="actions">
    <h2 id="actions">Actions</h2>
    <form method="post" action="${`${path}/assign`}">
      <label class="grow"
        >Owner<select name="owner" required>
          ${option('', 'Choose an owner', '')}${ownerOptions(portal)}
        </select></label
      ><button class="main">Assign</button>
    </form>
    <div class="row">
      ${hasOwner && html`<form method="post" action="${`${path}/take-away`}"><button>Take away from its owner</button></form>`}
      ${status !== null && contact.values[status.name] !== undefined && html`<form method="post" action="${`${path}/clear-status`}"><button>Clear Lead Connection Status</button></form>`}
    </div>
    ${answersFrom === null ? html`<p class="soft">No mail was sent to this contact yet, so there is nothing to answer.</p>` : answerForm(path)}
    ${
      (context !== null || choices.length > 0) &&
      html`<details>
        <summary>
          Change ${[context, ...choices].flatMap((property) => property?.label ?? []).join(', ')}
        </summary>
        <form method="post" action="${`${path}/fields`}" class="stack">
          ${
            context !== null &&
            html`<label
              >${context.label}<textarea name="${context.name}" rows="3">
${contact.values[context.name] ?? ''}</textarea>
            </label>`
          }${choices.map((property) => choice(property, contact.values[property.name] ?? ''))}
          <div><button>Save</button></div>
        </form>
      </details>`
    }
    <details>
      <summary>Merge with another contact</summary>
      <form method="post" action="${`${path}/merge`}">
        <label class="grow"
          >Number of the other contact<input
            name="other"
            inputmode="numeric"
            required
            pattern="[0-9]+" /></label
        ><button>Merge</button>
      </form>
    </details>
    <details>
      <summary>Delete this contact</summary>
      <form method="post" action="${`${path}/delete`}">
        <button class="danger">Delete</button><span class="soft">It can be restored from this page.</span>
      </form>
    </details>
  </section>`;
}

function answerForm(path: string): Html {
  return html`<form method="post" action="${`${path}/answer`}">
    <label class="grow"
      >The prospect answers the last mail:<select name="kind" required>
        ${option('', 'Choose an answer', '')}${REPLY_KINDS.map((kind) => option(kind, ANSWERS[kind], ''))}
      </select></label
    ><button>Send the answer</button>
  </form>`;
}

function choice(property: PropertyDefinition, value: string): Html {
  const options = property.options.filter((each) => !each.hidden || each.value === value);
  return html`<label
    >${property.label}<select name="${property.name}">
      ${option('', '(empty)', value)}${options.map((each) => option(each.value, each.label, value))}
    </select></label
  >`;
}
