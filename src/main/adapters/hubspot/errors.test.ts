import { describe, expect, it } from 'vitest';
import { errorOfAnswer, errorOfItem, HubSpotRefusal, networkError } from './errors.ts';

const read = { doing: 'to read contacts', isWrite: false, purpose: 'read' } as const;
const save = { doing: 'to save notes', isWrite: true, purpose: 'note' } as const;

describe('an error answer of HubSpot', () => {
  it('names the missing permissions and where to add them', () => {
    const error = errorOfAnswer(
      403,
      {
        status: 'error',
        message: "This app hasn't been granted all required scopes to make this call.",
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredGranularScopes: ['crm.objects.owners.read'] },
          },
        ],
        category: 'MISSING_SCOPES',
      },
      read,
      null,
    );
    expect(error.kind).toBe('forbidden');
    expect(error.missingScopes).toEqual(['crm.objects.owners.read']);
    expect(error.message).toContain('lacks the permission crm.objects.owners.read');
    expect(error.message).toContain('Service keys');
  });

  it('names the refused property, wherever HubSpot put it', () => {
    const inContext = {
      errors: [{ message: 'no', code: 'INVALID_OPTION', context: { propertyName: ['hs_lead_status'] } }],
    };
    const inMessage = {
      message:
        'Property values were not valid: [{"isValid":false,"message":"QUALIFIED was not one of the allowed options","error":"INVALID_OPTION","name":"hs_lead_status"}]',
    };
    const inWords = { message: 'Property "hs_lead_status" does not exist' };
    for (const body of [inContext, inMessage, inWords]) {
      const error = errorOfAnswer(400, body, save, null);
      expect(error.kind).toBe('rejected');
      expect(error.property).toBe('hs_lead_status');
      expect(error.message).toContain('Settings → Properties');
    }
    const listed = errorOfAnswer(400, inMessage, save, null);
    expect((listed as HubSpotRefusal).code).toBe('INVALID_OPTION');
    expect(listed.message).toContain('QUALIFIED was not one of the allowed options.');
    expect(listed.message).not.toContain('{');
  });

  it('tells an expired access from a token that is not accepted', () => {
    const expired = errorOfAnswer(401, { category: 'EXPIRED_AUTHENTICATION' }, read, null);
    const unknown = errorOfAnswer(401, { category: 'INVALID_AUTHENTICATION' }, read, null);
    expect([expired.kind, unknown.kind]).toEqual(['unauthorized', 'unauthorized']);
    expect(expired.message).toContain('has expired');
    expect(unknown.message).toContain('does not accept the token');
  });

  it('may hide a write only when the server failed, not when it asked to wait', () => {
    for (const status of [500, 502, 503, 504, 524, 408]) {
      expect(errorOfAnswer(status, undefined, save, null)).toMatchObject({
        kind: 'unavailable',
        answerLost: true,
      });
      expect(errorOfAnswer(status, undefined, read, null).answerLost).toBe(false);
    }
    for (const status of [423, 429, 477]) {
      expect(errorOfAnswer(status, {}, save, 2_000)).toMatchObject({
        kind: 'rate-limited',
        answerLost: false,
        retryAfter: 2_000,
        isPassing: true,
      });
    }
    expect(errorOfAnswer(400, {}, save, null).answerLost).toBe(false);
  });

  it.each([
    [404, 'not-found'],
    [409, 'conflict'],
    [400, 'rejected'],
    [413, 'rejected'],
    [414, 'rejected'],
  ] as const)('%i is %s', (status, kind) => {
    expect(errorOfAnswer(status, undefined, read, null).kind).toBe(kind);
  });

  it('is one sentence or two even when the body is no JSON, or odd', () => {
    for (const body of [undefined, '<html>', [], { errors: 'x', context: 3, message: 7 }]) {
      const error = errorOfAnswer(400, body, read, null);
      expect(error.message).toBe(
        'HubSpot refused to read contacts: it gave no reason. Correct it in HubSpot or in Baton and try again.',
      );
    }
  });
});

describe('the error of one input of a batch', () => {
  it('says which of the outcomes it is', () => {
    expect(errorOfItem({ category: 'OBJECT_NOT_FOUND' }, save).kind).toBe('not-found');
    expect(errorOfItem({ category: 'VALIDATION_ERROR' }, save).kind).toBe('rejected');
    expect(errorOfItem({ category: 'CONFLICT' }, save).kind).toBe('conflict');
    expect(errorOfItem({ category: 'RATE_LIMITS' }, save).isPassing).toBe(true);
    expect(errorOfItem({ category: 'INTERNAL_ERROR' }, save).answerLost).toBe(true);
  });
});

describe('a call that ended without an answer', () => {
  const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause });

  it('has written nothing when the other side was never reached', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const error = networkError(fetchFailed(refused), save, 'api.hubapi.com');
    expect(error).toMatchObject({ kind: 'network', answerLost: false });
    expect(error.message).toContain('could not be reached at api.hubapi.com (ECONNREFUSED)');
    const both = new AggregateError([refused, refused]);
    expect(networkError(fetchFailed(both), save, 'localhost').answerLost).toBe(false);
  });

  it('may have written when the connection broke later', () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    expect(networkError(fetchFailed(reset), save, 'api.hubapi.com').answerLost).toBe(true);
    expect(networkError(fetchFailed(reset), read, 'api.hubapi.com').answerLost).toBe(false);
    expect(networkError(new TypeError('terminated'), save, 'api.hubapi.com').answerLost).toBe(true);
  });
});
