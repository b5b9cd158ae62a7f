import type { SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { listOf, liveMemberships } from './lists-store.ts';
import type { Membership } from './lists-store.ts';
import { invalid, pageLimit, pageLink } from './request-body.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 250;

/** An order of members, with the cursor that names a place in it even when that member has left. */
export interface MemberOrder {
  compare(a: Membership, b: Membership): number;
  token(member: Membership): string;
  place(token: string): Membership | null;
}

const byId = (a: Membership, b: Membership): number =>
  a.recordId.length - b.recordId.length || (a.recordId < b.recordId ? -1 : Number(a.recordId > b.recordId));

/** Ids grow, so the longer is the larger. */
export const BY_RECORD_ID: MemberOrder = {
  compare: byId,
  token: (member) => encode(member.recordId),
  place: (token) => {
    const recordId = decode(token);
    return /^\d+$/.test(recordId) ? { recordId, at: 0 } : null;
  },
};

/** Who joined first comes first; those of one moment by id. */
export const BY_JOIN_TIME: MemberOrder = {
  compare: (a, b) => a.at - b.at || byId(a, b),
  token: (member) => encode(`${member.at}|${member.recordId}`),
  place: (token) => {
    const [, at, recordId] = /^(\d+)\|(\d+)$/.exec(decode(token)) ?? [];
    return at === undefined || recordId === undefined ? null : { recordId, at: Number(at) };
  },
};

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const decode = (token: string): string => Buffer.from(token, 'base64url').toString();

/**
 * One page of members: ascending after `after` or from the start; descending only when `before`
 * alone is given; `after` wins over `before` (facts: lists).
 */
export function memberPage(
  request: SandboxRequest,
  { portal }: SandboxContext,
  order: MemberOrder,
): SandboxReply {
  const list = listOf(portal, request.params['listId'] ?? '');
  const { query } = request;
  const limit = pageLimit(query, DEFAULT_LIMIT, MAX_LIMIT);
  const members = liveMemberships(portal, list).sort((a, b) => order.compare(a, b));
  const after = placeOf(query.get('after'), 'after', order);
  const before = after === null ? placeOf(query.get('before'), 'before', order) : null;
  const rest =
    before === null
      ? members.filter((member) => after === null || order.compare(member, after) > 0)
      : members.filter((member) => order.compare(member, before) < 0).reverse();
  const page = rest.slice(0, limit);
  const paging = pagingOf(request, page, rest.length > limit, before !== null, after !== null, order);
  return {
    status: 200,
    body: { results: page.map(memberJson), total: members.length, ...paging },
  };
}

function pagingOf(
  request: SandboxRequest,
  page: readonly Membership[],
  more: boolean,
  descending: boolean,
  fromCursor: boolean,
  order: MemberOrder,
): Record<string, unknown> {
  const first = page[0];
  const last = page.at(-1);
  if (first === undefined || last === undefined) return {};
  const link = (cursor: Record<string, string>): string => pageLink(request.path, request.query, cursor);
  const forward = descending ? first : last;
  const back = descending ? last : first;
  const next =
    descending || more
      ? { next: { after: order.token(forward), link: link({ after: order.token(forward) }) } }
      : {};
  const hasPrevious = descending ? more : fromCursor;
  const prev = hasPrevious
    ? { prev: { before: order.token(back), link: link({ before: order.token(back) }) } }
    : {};
  return { paging: { ...next, ...prev } };
}

function placeOf(token: string | null, name: string, order: MemberOrder): Membership | null {
  if (token === null || token === '') return null;
  const place = order.place(token);
  if (place === null) throw invalid(`${name} must be a paging token of this list, not '${token}'`);
  return place;
}

const memberJson = (member: Membership): Record<string, unknown> => ({
  recordId: member.recordId,
  membershipTimestamp: new Date(member.at).toISOString(),
});
