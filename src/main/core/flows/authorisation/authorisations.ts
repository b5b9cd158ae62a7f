import type { CoreContext } from '../../context.ts';
import { missingToWork, OAUTH_SCOPE, scopesToAsk } from '../../domain/crm/scopes.ts';
import { CrmError } from '../../ports/crm-error.ts';
import type { ReturnAnswer } from '../../ports/return-listener.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { countOwnContacts } from './own-contacts.ts';
import { LIFETIME, readReturn, type Attempt, type AttemptRequest, type Granted } from './attempt.ts';

/** The attempt cannot be begun or confirmed as things stand; the message says why. */
export class AttemptRefused extends Error {}

const BACK = 'You can close this page and go back to Baton.';
const NOT_OURS =
  'This answer belongs to no authorisation that waits here. Begin again in Baton, on CRM Details.';
const TOO_LATE = 'The consent took longer than ten minutes, so its answer is not taken. Begin again.';

/**
 * The way to an account's consent and back. One attempt at a time, bound to this program by a state that is used
 * once; nothing is kept before a person has confirmed whose account it is.
 */
export class Authorisations {
  readonly #core: () => CoreContext;
  #attempt: Attempt | null = null;

  constructor(core: () => CoreContext) {
    this.#core = core;
  }

  /** The attempt as it stands; null: there is none. One whose time is over is refused. */
  get attempt(): Attempt | null {
    const attempt = this.#attempt;
    if (attempt?.stage.kind === 'waiting' && this.#core().clock.now() > attempt.expiresAt)
      this.#move(attempt, { kind: 'refused', sentence: TOO_LATE });
    return this.#attempt;
  }

  /** Makes the address of the consent page and waits for its answer. @throws CrmError */
  async begin(request: AttemptRequest): Promise<void> {
    this.cancel();
    const core = this.#core();
    refuseWhileStopped(core);
    const { required, optional } = scopesToAsk(request);
    const authoriser = core.authorisers.of(request.provider);
    const listener =
      request.returnPage === null
        ? await core.returnListener.open(LIFETIME, (address) => this.takeReturn(address))
        : null;
    const again =
      request.purpose.kind === 'again' ? core.store.connections.byId(request.purpose.connectionId) : null;
    try {
      const consent = await authoriser.newConsent({
        app: request.app,
        redirectUri: request.returnPage ?? listener?.address ?? core.returnListener.addresses[0] ?? '',
        required: required.map(({ name }) => name),
        optional: optional.map(({ name }) => name),
        accountId: again?.accountId ?? null,
      });
      // Two windows may have begun at once: the later one holds.
      this.cancel();
      this.#attempt = {
        request,
        consent,
        asked: [...required, ...optional],
        expiresAt: core.clock.now() + LIFETIME,
        listener,
        stage: { kind: 'waiting', remark: null },
      };
    } catch (error) {
      listener?.close();
      throw error;
    }
    core.push(['connections']);
  }

  /**
   * Takes an address that a browser came back to, by deep link, loopback or paste. Never throws for what it holds.
   * `from`: a person who pastes one reads the sentence at its field; what a browser brings is told on the page.
   */
  async takeReturn(address: string, from: 'browser' | 'person' = 'browser'): Promise<ReturnAnswer> {
    const core = this.#core();
    const read = readReturn(address);
    const attempt = this.attempt;
    if (read.kind === 'unreadable')
      return this.#notTaken(
        from === 'browser' ? attempt : null,
        'This is not the whole address that the browser came back to. Copy it again.',
      );
    if (attempt?.stage.kind !== 'waiting' || read.state !== attempt.consent.state) {
      core.log.warn('authorisation-return-refused', {});
      return this.#notTaken(from === 'browser' ? attempt : null, NOT_OURS);
    }
    // Used from here on: a second answer with the same state finds nothing that waits.
    const exchanging = this.#move(attempt, { kind: 'exchanging' });
    const error = read.query.get('error');
    if (error !== null) return this.#refuse(exchanging, deniedSentence(error));
    try {
      const granted = await this.#exchange(exchanging, read.query);
      if (this.#attempt !== exchanging) return { isTaken: true, sentence: 'This attempt was cancelled.' };
      const lacks = missingToWork(granted.grant.scopes, exchanging.request.readOnly);
      if (lacks.length > 0) {
        await this.#drop(exchanging, granted);
        return this.#refuse(exchanging, lackingSentence(lacks.map(({ name }) => name)));
      }
      this.#move(exchanging, { kind: 'confirm', granted });
      return { isTaken: true, sentence: `The account answered. ${BACK}` };
    } catch (failure) {
      if (!(failure instanceof CrmError)) throw failure;
      core.log.warn('authorisation-failed', { kind: failure.kind, sentence: failure.message });
      return this.#refuse(exchanging, failure.message);
    }
  }

  /** Ends the attempt; what came back is given up. */
  cancel(): void {
    const attempt = this.#attempt;
    if (attempt === null) return;
    attempt.listener?.close();
    this.#attempt = null;
    if (attempt.stage.kind === 'confirm') void this.#drop(attempt, attempt.stage.granted);
    this.#core().push(['connections']);
  }

  /** What a person is about to confirm. @throws AttemptRefused */
  toConfirm(): { readonly attempt: Attempt; readonly granted: Granted } {
    const attempt = this.attempt;
    if (attempt?.stage.kind !== 'confirm')
      throw new AttemptRefused('There is nothing to confirm. Begin again.');
    return { attempt, granted: attempt.stage.granted };
  }

  /** It was confirmed and is kept. */
  done(attempt: Attempt): void {
    if (this.#attempt !== attempt) return;
    this.#attempt = null;
    this.#core().push(['connections']);
  }

  async #exchange({ request, consent }: Attempt, query: URLSearchParams): Promise<Granted> {
    const core = this.#core();
    refuseWhileStopped(core);
    const { provider, app } = request;
    const authoriser = core.authorisers.of(provider);
    const grant = await authoriser.exchange(app, consent, query.toString());
    const gateway = core.crm.tryOut({ provider, baseUrl: app.baseUrl, token: grant.accessToken });
    const account = await gateway.describeAccount();
    if (account.accountId !== grant.accountId) {
      throw new CrmError('rejected', 'The CRM named two different accounts for one consent. Begin again.');
    }
    const user = await authoriser.whose(app, grant.accessToken);
    // A search is a POST: where nothing but GET may leave, nothing is written in anybody's name either.
    const ownContacts =
      user === null || request.readOnly ? null : await countOwnContacts(core, gateway, user);
    return { grant, account: { ...account, identity: user ?? 'The app that you brought' }, ownContacts };
  }

  /** Gives a grant back that nobody keeps, unless it is the very access that a connection works with. */
  async #drop({ request }: Attempt, { grant }: Granted): Promise<void> {
    const core = this.#core();
    const isInUse = core.store.connections
      .all()
      .some(
        (each) =>
          each.accountId === grant.accountId &&
          core.store.authorisations.of(each.id)?.clientId === request.app.clientId,
      );
    if (isInUse || core.halt.whyNot() !== null) return;
    await core.authorisers
      .of(request.provider)
      .revoke(request.app, grant.refreshToken)
      .catch((error: unknown) => {
        if (!(error instanceof CrmError)) throw error;
        core.log.warn('authorisation-not-revoked', { sentence: error.message });
      });
  }

  #notTaken(attempt: Attempt | null, sentence: string): ReturnAnswer {
    if (attempt?.stage.kind === 'waiting') this.#move(attempt, { kind: 'waiting', remark: sentence });
    return { isTaken: false, sentence };
  }

  #refuse(attempt: Attempt, sentence: string): ReturnAnswer {
    if (this.#attempt === attempt) this.#move(attempt, { kind: 'refused', sentence });
    return { isTaken: true, sentence: `${sentence} ${BACK}` };
  }

  #move(attempt: Attempt, stage: Attempt['stage']): Attempt {
    if (stage.kind !== 'waiting') attempt.listener?.close();
    const moved = { ...attempt, stage };
    this.#attempt = moved;
    this.#core().push(['connections']);
    return moved;
  }
}

/** The connection that already stands for an account; null: none. */
export function connectionOfAccount(
  core: CoreContext,
  provider: Connection['provider'],
  accountId: string,
): Connection | null {
  return (
    core.store.connections.all().find((each) => each.provider === provider && each.accountId === accountId) ??
    null
  );
}

function refuseWhileStopped(core: CoreContext): void {
  const stopped = core.halt.whyNot();
  if (stopped !== null) throw new CrmError('stopped', stopped);
}

/** RFC 6749's names of what a consent page may answer; the text beside it is foreign and is not shown. */
function deniedSentence(error: string): string {
  if (error === 'access_denied')
    return 'The access was not allowed in HubSpot, so nothing was connected. Begin again when you want it.';
  const name = /^[a-z_]{1,40}$/.exec(error)?.[0] ?? 'an unknown reason';
  return `HubSpot ended the consent (${name}). Check the app's redirect URLs and scopes in HubSpot, then begin again.`;
}

function lackingSentence(names: readonly string[]): string {
  const listed = names.filter((name) => name !== OAUTH_SCOPE.name).join(', ');
  return `HubSpot did not grant ${listed}, and the assistants cannot work without. Add ${
    names.length === 1 ? 'this scope' : 'these scopes'
  } to the app, upload it again, and begin again; or connect read-only, which needs no scope for writing.`;
}
