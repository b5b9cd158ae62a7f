import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '#sandbox/world/random.ts';
import { Refused, type CoreChild } from './core-child.ts';
import type { FaultWorld } from './fault-world.ts';
import { Misbehaved } from './finding.ts';
import type { Nursery } from './nursery.ts';

/** A user of the machine who owns nothing. */
const NOBODY = 65_534;
const PAGE = 4_096;

/** A second copy of the program on the same data folder must say so and leave it alone; the first goes on. */
export async function startSecondCopy(world: FaultWorld, nursery: Nursery): Promise<void> {
  if (!world.isRunning) return;
  world.tally.fault('second copy');
  const second = await nursery.take(() => undefined);
  await mustRefuse(
    world,
    second,
    world.directory,
    'DataDirectoryInUse',
    'a second copy on the same data folder',
  );
}

/** No file may grow much further while the program looks. True: there is room again, and it still runs. */
export async function fillDisk(world: FaultWorld, random: Random): Promise<void> {
  if (!(await world.start())) return;
  if (!world.child.limitFiles(random.between(1, 80) * PAGE)) return;
  world.tally.fault('disk full');
  world.note('disk full');
  for (let looks = random.between(1, 3); looks > 0; looks -= 1) {
    if (!world.isRunning || !(await world.look(random.chance(0.3) ? { afterMs: 40 } : null))) return;
    world.pass(6_000);
  }
  if (random.chance(0.3)) await world.cutPower();
  else world.child.limitFiles(null);
}

/**
 * The data folder of a program that ended is read-only: it says so. Its database is cut short or damaged: it says so,
 * sets the file aside as it is, and begins with an empty one.
 */
export async function damageFolder(world: FaultWorld, nursery: Nursery, random: Random): Promise<void> {
  await inCopy(world, async (copy, file) => {
    readOnly(copy);
    const before = digest(file);
    const isRoot = process.getuid?.() === 0;
    const child = await (isRoot ? nursery.takeAs(NOBODY) : nursery.take(() => undefined));
    world.tally.fault('read-only database');
    await mustRefuse(world, child, copy, 'DatabaseUnavailable', 'a read-only database');
    if (digest(file) !== before) throw new Misbehaved('The program changed a read-only database.');
  });
  for (const [name, damage] of [
    ['database cut short', cutShort],
    ['database corrupted', corrupt],
  ] as const) {
    await inCopy(world, async (copy, file) => {
      damage(file, random);
      const before = digest(file);
      world.tally.fault(name);
      const child = await nursery.take(() => undefined);
      try {
        await open(world, child, copy);
        const items = await child.ask({
          kind: 'call',
          procedure: 'attention.list',
          input: {},
          kill: null,
        });
        if (!/damaged/.test(JSON.stringify(items)))
          throw new Misbehaved(`The program does not tell the user of a ${name}.`);
      } finally {
        await child.kill();
      }
      const kept = readdirSync(join(copy, 'set-aside')).some(
        (each) => digest(join(copy, 'set-aside', each)) === before,
      );
      if (!kept) throw new Misbehaved(`The ${name} was not kept as it was.`);
    });
  }
}

async function inCopy(
  world: FaultWorld,
  work: (folder: string, file: string) => Promise<void>,
): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'baton-fault-'));
  try {
    cpSync(world.directory, copy, { recursive: true });
    await work(copy, join(copy, 'baton.db'));
  } finally {
    chmodSync(copy, 0o700);
    rmSync(copy, { recursive: true, force: true });
  }
}

function readOnly(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  }
  chmodSync(folder, 0o555);
}

function cutShort(file: string, random: Random): void {
  const pages = Math.floor(statSync(file).size / PAGE);
  truncateSync(
    file,
    random.between(Math.floor(pages / 4), Math.floor((pages * 3) / 4)) * PAGE + random.between(0, PAGE),
  );
}

/** Garbage over the first pages of tables, as a failing disk leaves it. */
function corrupt(file: string, random: Random): void {
  const handle = openSync(file, 'r+');
  try {
    const garbage = Buffer.from(Array.from({ length: PAGE }, () => random.between(0, 255)));
    const start = random.chance(0.3) ? 0 : PAGE * random.between(1, 12);
    writeSync(handle, garbage, 0, PAGE, start);
  } finally {
    closeSync(handle);
  }
}

async function mustRefuse(
  world: FaultWorld,
  child: CoreChild,
  directory: string,
  name: string,
  what: string,
): Promise<void> {
  try {
    await open(world, child, directory);
  } catch (error) {
    if (!(error instanceof Refused))
      throw new Misbehaved(`The program broke down at ${what}: ${child.lastWords}`);
    if (error.name !== name)
      throw new Misbehaved(`The program does not see ${what}, but says ${error.name}: ${error.message}`);
    if (!/[.!]$/.test(error.message.trim()))
      throw new Misbehaved(`The program says no sentence about ${what}: ${error.message}`);
    return;
  } finally {
    await child.kill();
  }
  throw new Misbehaved(`The program started in spite of ${what}.`);
}

function open(world: FaultWorld, child: CoreChild, directory: string): Promise<null> {
  return child.ask({
    kind: 'open',
    directory,
    sandbox: { mailUrl: world.sandbox.mailUrl, mailToken: world.sandbox.mailToken },
    secrets: {},
    times: { now: world.now, skew: 0 },
    seed: 'another',
    kill: null,
  });
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
