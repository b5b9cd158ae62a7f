import type { Agreement } from '#core/domain/replies/intent/intent-model.ts';

/** A judgement on a reply of another author: the model's share for it, and whether it was right. */
export interface Judgement {
  readonly agreement: Agreement | 'outright';
  readonly share: number;
  readonly right: boolean;
}

/** The shares for which the line has a point. */
const PLACES = [0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];
const ROUNDS = 4_000;
const PACE = 0.5;
/** Judgements that are thought to be there, half of them right, so that few real ones prove little. */
const THOUGHT = 2;
const PERCENT = 100;

/**
 * How often judgements with a share are right, as a line that only rises: a logistic curve through them (Platt's
 * scaling), read off at some places.
 */
export function fitReliability(judgements: readonly Judgement[]): readonly (readonly [number, number])[] {
  const points = judgements.map(({ share, right }) => ({
    at: logit(share),
    right: right ? 1 : 0,
    weight: 1,
  }));
  for (const right of [0, 1]) points.push({ at: 0, right, weight: THOUGHT / 2 });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  let steepness = 1;
  let height = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let bySteepness = 0;
    let byHeight = 0;
    for (const { at, right, weight } of points) {
      const error = (logistic(steepness * at + height) - right) * weight;
      bySteepness += error * at;
      byHeight += error;
    }
    steepness = Math.max(0, steepness - (PACE * bySteepness) / total);
    height -= (PACE * byHeight) / total;
  }
  return PLACES.map((place) => [
    place,
    Math.round(logistic(steepness * logit(place) + height) * PERCENT) / PERCENT,
  ]);
}

function logit(share: number): number {
  const inside = Math.min(0.999, Math.max(0.001, share));
  return Math.log(inside / (1 - inside));
}

function logistic(at: number): number {
  return 1 / (1 + Math.exp(-at));
}
