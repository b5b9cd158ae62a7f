import type { FlowWorld } from './flow-world.ts';

type Wanted = Parameters<FlowWorld['api']['imports']['read']>[0];

/** Chooses a file in the app; what is not said is a list of leads for the first assistant. Answers the import's id. */
export async function uploadTable(
  world: FlowWorld,
  bytes: string | Uint8Array,
  more: Partial<Wanted> = {},
): Promise<string> {
  const { file } = await world.api.imports.begin({ name: more.name ?? 'people.csv' });
  const whole = Buffer.from(bytes);
  for (let at = 0; at < whole.length; at += 300_000) {
    const base64 = whole.subarray(at, at + 300_000).toString('base64');
    await world.api.imports.part({ file, base64 });
  }
  const { id } = await world.api.imports.read({
    file,
    name: 'people.csv',
    target: 'leads',
    connectionId: world.connectionId,
    assistantId: world.assistantIds[0] ?? '',
    scheduleId: null,
    context: '',
    ...more,
  });
  await world.core.drain();
  return id;
}
