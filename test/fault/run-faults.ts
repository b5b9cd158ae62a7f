import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runEpisode, type EpisodeResult } from './episode.ts';
import type { Finding } from './finding.ts';
import { Nursery } from './nursery.ts';
import { asObject, Tally } from './tally.ts';

export interface FaultRunOptions {
  /** The same seed makes the same plans. An episode's own seed (`1/7`) runs that episode alone. */
  readonly seed: string;
  /** Real time after which no further episode begins; null: as many as `episodes`. */
  readonly minutes: number | null;
  readonly episodes: number | null;
  /** Further episodes follow until the process was killed so often. */
  readonly atLeastKills?: number;
  readonly onProgress: (line: string) => void;
  /** Where an episode with a finding leaves what it did and what it left. */
  readonly keepIn?: string;
}

export interface FaultSummary {
  readonly seed: string;
  readonly episodes: number;
  readonly seconds: number;
  readonly lives: number;
  readonly kills: number;
  readonly killsByPoint: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly records: number;
  readonly leads: number;
  readonly mails: number;
  readonly writes: number;
  readonly attention: number;
  readonly duplicates: number;
  readonly losses: number;
  /** With the seed of the episode, which replays it. */
  readonly findings: readonly (Finding & { readonly seed: string })[];
}

const STEPS = 40;

/** Runs episodes one after the other and adds up what they found. */
export async function runFaults(options: FaultRunOptions): Promise<FaultSummary> {
  const began = performance.now();
  const tally = new Tally();
  const findings: (Finding & { readonly seed: string })[] = [];
  const sums = { records: 0, leads: 0, mails: 0, writes: 0, attention: 0 };
  const nursery = await Nursery.open();
  let episodes = 0;
  const isOver = (): boolean => {
    if (options.seed.includes('/')) return episodes > 0;
    if (options.episodes !== null && episodes >= options.episodes)
      return tally.killed >= (options.atLeastKills ?? 0);
    return options.minutes !== null && performance.now() - began > options.minutes * 60_000;
  };
  try {
    while (!isOver()) {
      const seed = options.seed.includes('/') ? options.seed : `${options.seed}/${episodes}`;
      episodes += 1;
      const result = await runEpisode(nursery, tally, { seed, steps: STEPS });
      findings.push(...result.findings.map((finding) => ({ ...finding, seed })));
      sums.records += result.records;
      sums.leads += result.leads;
      sums.mails += result.mails;
      sums.writes += result.writes;
      sums.attention += result.attention.length;
      options.onProgress(
        `${seed}: ${result.records} records, ${result.leads} leads, ${result.mails} mails, ${tally.killed} kills so far`,
      );
      if (options.keepIn !== undefined && result.findings.length > 0) keep(options.keepIn, seed, result);
      for (const { kind, sentence } of result.findings) options.onProgress(`  ${kind}: ${sentence}`);
      for (const sentence of result.attention) options.onProgress(`  waits: ${sentence}`);
    }
  } finally {
    await nursery.close();
  }
  const count = (kind: Finding['kind']): number => findings.filter((each) => each.kind === kind).length;
  return {
    seed: options.seed,
    episodes,
    seconds: Math.round((performance.now() - began) / 1_000),
    lives: tally.lives,
    kills: tally.killed,
    killsByPoint: asObject(tally.kills),
    faults: asObject(tally.faults),
    ...sums,
    duplicates: count('duplicate'),
    losses: count('loss'),
    findings,
  };
}

function keep(folder: string, seed: string, result: EpisodeResult): void {
  const place = join(folder, seed.replaceAll('/', '-'));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'findings.json'), JSON.stringify(result.findings, null, 1));
  writeFileSync(join(place, 'trace.txt'), result.trace.join('\n'));
  writeFileSync(join(place, 'evidence.json'), JSON.stringify(result.evidence, null, 1));
}
