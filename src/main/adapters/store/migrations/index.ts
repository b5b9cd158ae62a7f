import { firstTables } from './0001-first-tables.ts';
import { heldWrites } from './0030-held-writes.ts';
import { erasedPeople } from './0040-erased-people.ts';
import { health } from './0060-health.ts';
import { leadNeeds } from './0070-lead-needs.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; a static list, so that it works bundled and from source alike. */
export const MIGRATIONS: readonly Migration[] = [firstTables, heldWrites, erasedPeople, health, leadNeeds];
