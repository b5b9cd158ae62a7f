// The installed program: builds it, then packs it with electron-builder as electron-builder.yml says.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, Platform, type CliOptions } from 'electron-builder';
import { readArguments } from '#hosts/cli-program.ts';
import { PROJECT } from '#hosts/project-folder.ts';

interface PackageOptions {
  readonly platform: string;
  readonly target: readonly string[];
  readonly dir: boolean;
  readonly output: string;
  readonly electron?: string;
  readonly built: boolean;
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
  linux: Platform.LINUX,
  mac: Platform.MAC,
  windows: Platform.WINDOWS,
};
const OWN = Object.keys(PLATFORMS).find((name) => PLATFORMS[name]?.nodeName === process.platform) ?? 'linux';

const read = readArguments<PackageOptions>(
  (program) =>
    program
      .name('package')
      .description(
        "Builds the program and packs it for a system: AppImage and deb, dmg and zip, or an installer for Windows. Needs Electron's binary; without --electron it is downloaded.",
      )
      .option('--platform <name>', `linux, mac or windows`, OWN)
      .option('--target <names...>', 'only these kinds, such as deb', [])
      .option('--dir', 'only the folder of the program, no installer', false)
      .option('--output <folder>', 'where the result lies', 'dist')
      .option('--electron <folder>', 'an unpacked Electron; then nothing is downloaded for it')
      .option('--built', 'pack what stands in out/ instead of building it', false),
  process.argv.slice(2),
);
if ('exit' in read) process.exit(read.exit);
const { options } = read;
const platform = PLATFORMS[options.platform];
if (platform === undefined) wrong(`--platform must be one of ${Object.keys(PLATFORMS).join(', ')}.`);
if (options.electron !== undefined && !existsSync(options.electron))
  wrong(`There is no folder ${options.electron}.`);

if (!options.built) {
  const vite = join(PROJECT, 'node_modules/electron-vite/bin/electron-vite.js');
  const made = spawnSync(process.execPath, [vite, 'build'], { cwd: PROJECT, stdio: 'inherit' });
  if (made.status !== 0) process.exit(made.status ?? 1);
}

const targets = options.dir ? ['dir'] : options.target.length > 0 ? [...options.target] : undefined;
const order: CliOptions = {
  projectDir: PROJECT,
  publish: 'never',
  targets: platform.createTarget(targets ?? null),
  config: {
    extends: join(PROJECT, 'electron-builder.yml'),
    directories: { output: resolve(options.output) },
    ...(options.electron === undefined ? {} : { electronDist: resolve(options.electron) }),
  },
};
try {
  for (const file of await build(order)) process.stdout.write(`${file}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function wrong(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
