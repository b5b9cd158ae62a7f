import { z } from 'zod';
import type { Instant } from '#core/domain/time.ts';

/** HubSpot documents ids as strings and yet sends numbers in places. */
export const idText = z.union([z.string(), z.number()]).transform(String);

/** A time as HubSpot gives it: ISO text, or milliseconds as text. */
export function instantOf(value: string | null | undefined): Instant | null {
  if (value === null || value === undefined || value === '') return null;
  const instant = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(instant) ? null : instant;
}

/** The parts of a list that HubSpot keeps in one text, `;` between. */
export function listOf(value: string | null | undefined): string[] {
  return (value ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Which next page there is, if any. */
export const paging = z
  .object({ next: z.object({ after: idText }).optional().catch(undefined) })
  .nullish()
  .catch(undefined);

const version = z.object({
  value: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  timestamp: z.string(),
  sourceType: z.string().nullish(),
  sourceId: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : String(value))),
});
export type PropertyVersion = z.infer<typeof version>;

/** A CRM object as reads, searches and writes answer it. */
export const crmObject = z.object({
  id: idText,
  properties: z.record(z.string(), z.string().nullable()).optional().default({}),
  propertiesWithHistory: z.record(z.string(), z.array(version)).nullish(),
  createdAt: z.string().nullish(),
  archived: z.boolean().nullish(),
  objectWriteTraceId: z.string().nullish(),
});
export type CrmObject = z.infer<typeof crmObject>;
