import { join } from 'node:path';
import type { Random } from '#sandbox/world/random.ts';
import { randomFor } from '#sandbox/world/random.ts';
import { check } from './checker.ts';
import { readTables, text, type Evidence } from './evidence.ts';
import { FaultWorld, type Ending } from './fault-world.ts';
import { Misbehaved, type Finding } from './finding.ts';
import { damageFolder, fillDisk, startSecondCopy } from './machine.ts';
import type { Nursery } from './nursery.ts';
import { Office } from './office.ts';
import { People } from './people.ts';
import { KILL_POINTS, type KillPlan } from './protocol.ts';
import type { Tally } from './tally.ts';
import { jump, Weather } from './weather.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A Monday in September, and the Fridays before the clocks change in Berlin, in the morning there. */
const STARTS = [Date.UTC(2026, 8, 7, 8), Date.UTC(2026, 9, 23, 8), Date.UTC(2027, 2, 26, 8)] as const;

export interface EpisodeOptions {
  readonly seed: string;
  /** Looks while things break. */
  readonly steps: number;
}

export interface EpisodeResult {
  readonly findings: readonly Finding[];
  readonly records: number;
  readonly leads: number;
  readonly mails: number;
  readonly writes: number;
  /** Effects that wait for the user at the end, with a reason. */
  readonly attention: readonly string[];
  /** What the rig did, and the calls that the sandbox saw. */
  readonly trace: readonly string[];
  readonly evidence: Evidence;
}

/**
 * One life of a data folder: records are given to the assistants while the process is killed, the network and the
 * provider fail and people change their minds. Then the sky clears, what waits for the user is answered, and the
 * result is checked.
 */
export async function runEpisode(
  nursery: Nursery,
  tally: Tally,
  options: EpisodeOptions,
): Promise<EpisodeResult> {
  const random = randomFor(`episode/${options.seed}`);
  const world = await FaultWorld.open(nursery, tally, {
    seed: options.seed,
    startAt: random.pick(STARTS),
    dailyLimit: random.pick([4, 50]),
    byApp: random.chance(0.5),
  });
  const findings: Finding[] = [];
  try {
    const weather = new Weather(world, random);
    const people = new People(world, random);
    const office = new Office(world, random);
    await office.setUp();
    try {
      for (let step = 0; step < options.steps; step += 1) {
        await breakThings(world, nursery, weather, { people, office }, random, step);
      }
      await calm(world, weather, office, random);
      if (random.chance(0.25)) await damageFolder(world, nursery, random);
    } catch (error) {
      if (!(error instanceof Misbehaved)) throw error;
      findings.push({ kind: 'misbehaved', sentence: error.message });
      await world.child.kill();
    }
    const evidence = gather(world);
    const partly = world.sandbox.control.requests().filter(({ status }) => status === 207).length;
    tally.fault('207 with some items failed', partly);
    return {
      findings: [...findings, ...check(evidence)],
      records: evidence.dump.objects.contacts.length,
      leads: evidence.tables.lead.length,
      mails: evidence.mail.sent.length,
      writes: evidence.tables.outbox.filter((row) => row['status'] === 'delivered').length,
      attention: evidence.tables.outbox
        .filter((row) => row['status'] === 'attention')
        .map((row) => `${row['kind']}: ${text(row, 'reason')}`),
      trace: [...world.trace, ...calls(world)].toSorted(),
      evidence,
    };
  } finally {
    await world.close();
  }
}

/** One look with whatever goes wrong around it. */
async function breakThings(
  world: FaultWorld,
  nursery: Nursery,
  weather: Weather,
  { people, office }: { readonly people: People; readonly office: Office },
  random: Random,
  step: number,
): Promise<void> {
  if (step < 3 || random.chance(0.12)) people.assignNew(random.between(1, 6));
  if (random.chance(0.25)) people.meddle();
  if (random.chance(0.1)) people.answer();
  if (random.chance(0.08)) await people.press();
  if (random.chance(0.4)) await office.work(() => killPlan(world, random));
  if (random.chance(0.1)) await answerAttention(world, random);
  if (random.chance(0.08)) changeClock(world, random);
  if (random.chance(0.12)) weather.meddle();
  const stormy = random.chance(0.45);
  if (stormy) weather.arm();
  if (random.chance(0.03)) await loseEverything(world, weather, random);
  if (random.chance(0.03)) await startSecondCopy(world, nursery);
  if (random.chance(0.05)) await fillDisk(world, random);
  world.pass(stride(world, random));
  await world.start(random.chance(0.1) ? { point: 'start:recovered', nth: 1 } : null);
  const survived = await world.look(ending(world, random), weather.trouble());
  if (survived && random.chance(0.55)) await world.cutPower();
  // Now and then a fault outlives the process that met it.
  if (!stormy || random.chance(0.7)) await weather.clear();
}

function ending(world: FaultWorld, random: Random): Ending {
  const choice = random.next();
  if (choice < 0.65) return killPlan(world, random);
  return choice < 0.85 ? { afterMs: random.between(1, 120) } : null;
}

function killPlan({ access }: FaultWorld, random: Random): KillPlan {
  // With a key nothing is renewed.
  const points = KILL_POINTS.filter((point) => access.byApp || !point.startsWith('access:'));
  return { point: random.pick(points), nth: random.chance(0.6) ? 1 : random.between(2, 6) };
}

/** From seconds to days; mostly to where something is due. */
function stride(world: FaultWorld, random: Random): number {
  const choice = random.next();
  if (choice < 0.35) return random.between(1, 90) * SECOND;
  if (choice < 0.9) {
    const due = [world.nextWorkAt, world.sandbox.mail.nextDueAt()].filter((at) => at !== null);
    const next = due.length === 0 ? world.now + HOUR : random.pick(due);
    return Math.min(Math.max(next - world.now, SECOND), 4 * DAY);
  }
  world.tally.fault(choice < 0.96 ? 'sleep of 8 hours' : 'sleep of 5 days');
  return choice < 0.96 ? 8 * HOUR : 5 * DAY;
}

function changeClock(world: FaultWorld, random: Random): void {
  const before = world.skew;
  world.skew = jump(random);
  if (world.skew > before) world.tally.fault('clock set forward');
  if (world.skew < before) world.tally.fault('clock set back');
}

/** Nothing answers for an hour. */
async function loseEverything(world: FaultWorld, weather: Weather, random: Random): Promise<void> {
  weather.lose();
  for (let nth = 0; nth < 3; nth += 1) {
    world.pass(20 * MINUTE);
    const survived = await world.look(random.chance(0.3) ? { afterMs: random.between(1, 60) } : null);
    if (!survived) await world.start();
  }
  await weather.clear();
}

/** The faults end, the clock is right again; what waits is done, what needs the user is answered. */
async function calm(world: FaultWorld, weather: Weather, office: Office, random: Random): Promise<void> {
  await weather.clear();
  world.skew = 0;
  for (let round = 0; round < 40; round += 1) {
    world.pass(5 * MINUTE);
    await world.look();
    await answerAttention(world, random);
    if (round === 0) await office.workOnce();
    if (round === 1) await office.review();
    const { waiting, flying } = openRows(world);
    if (round >= 4 && waiting === 0 && flying === 0) break;
    if (waiting > 0) world.pass(HOUR);
  }
  // The last looks: every held record comes to its turn.
  for (let round = 0; round < 3; round += 1) {
    world.pass(11 * MINUTE);
    await world.look();
  }
  await world.quit();
}

function openRows(world: FaultWorld): { waiting: number; flying: number } {
  const { outbox } = readTables(join(world.directory, 'baton.db'));
  return {
    waiting: outbox.filter((row) => row['status'] === 'waiting').length,
    flying: outbox.filter((row) => row['status'] === 'in-flight').length,
  };
}

/**
 * The user looks at what needs attention: mostly it is tried again, now and then a message is given up that did not
 * leave.
 */
async function answerAttention(world: FaultWorld, random: Random): Promise<void> {
  const tables = readTables(join(world.directory, 'baton.db'));
  for (const row of tables.outbox.filter((each) => each['status'] === 'attention')) {
    const { mailId } = JSON.parse(text(row, 'effect')) as { mailId?: string };
    const mail = tables.mail.find((each) => each['id'] === (mailId ?? `answer-${row['id']}`));
    const isMail = row['kind'] === 'mail' || row['kind'] === 'compose-mail';
    const left = mail !== undefined && world.sandbox.mail.wasSent(text(mail, 'message_id'));
    const givesUp = isMail && !left && random.chance(0.25);
    await world.press(givesUp ? 'activity.dismiss' : 'activity.retry', { id: row['id'] });
  }
}

function calls(world: FaultWorld): string[] {
  return world.sandbox.control
    .requests()
    .toReversed()
    .map(
      ({ at, method, path, status, fault }, nth) =>
        `${new Date(at).toISOString()} ~${String(nth).padStart(5, '0')} ${method} ${path} ${status}${fault === null ? '' : ` (${fault})`}`,
    );
}

function gather(world: FaultWorld): Evidence {
  return {
    dump: world.sandbox.control.dump(),
    owners: [...world.sandbox.portal.owners.values()],
    mail: world.sandbox.mail.all(),
    ledger: world.ledger,
    access: world.keptAccess(),
    tables: readTables(join(world.directory, 'baton.db')),
  };
}
