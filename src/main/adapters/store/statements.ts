import type Database from 'better-sqlite3';
import {
  DummyDriver,
  Kysely,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely';
import type { Schema } from './schema.ts';

type SqlValue = string | number | null;

/** Stands for a value given at each run: `p('id')`. */
export type Parameter<P> = <Name extends keyof P & string>(name: Name) => P[Name];

type Build<P, R> = (q: Kysely<Schema>, p: Parameter<P>) => Compilable<R>;

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Builds SQL and never runs it: its own interface is asynchronous, the store is not. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * Statements that Kysely builds and types and `better-sqlite3` runs. One with `all`, `one` or `run` is compiled
 * and prepared at its first run and kept; `query` is for those whose shape depends on a filter.
 */
export class Statements {
  readonly db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(db: Database.Database) {
    this.db = db;
  }

  /** Every row. */
  all<P extends object, R>(build: Build<P, R>): (args: P) => R[] {
    const statement = this.#lazily(build);
    return (args) => statement().prepared.all(...statement().bind(args)) as R[];
  }

  /** The first row, or undefined. */
  one<P extends object, R>(build: Build<P, R>): (args: P) => R | undefined {
    const statement = this.#lazily(build);
    return (args) => statement().prepared.get(...statement().bind(args)) as R | undefined;
  }

  /** Writes; answers how many rows changed, and the id of an inserted one. */
  run<P extends object, R>(build: Build<P, R>): (args: P) => { changes: number; lastId: number } {
    const statement = this.#lazily(build);
    return (args) => {
      const result = statement().prepared.run(...statement().bind(args));
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    };
  }

  /** Builds, prepares once per SQL text, and reads every row. */
  query<R>(build: (q: Kysely<Schema>) => Compilable<R>): R[] {
    const compiled: CompiledQuery<R> = build(builder).compile();
    return this.#prepare(compiled.sql).all(...(compiled.parameters as SqlValue[])) as R[];
  }

  #lazily<P extends object, R>(
    build: Build<P, R>,
  ): () => { prepared: Database.Statement; bind: (args: P) => SqlValue[] } {
    let made: { prepared: Database.Statement; bind: (args: P) => SqlValue[] } | undefined;
    return () => {
      if (made !== undefined) return made;
      const parameter = ((name: string) => new Placeholder(name)) as unknown as Parameter<P>;
      const compiled = build(builder, parameter).compile();
      const slots = compiled.parameters;
      const bind = (args: P): SqlValue[] =>
        slots.map((slot) =>
          slot instanceof Placeholder ? (args as Record<string, SqlValue>)[slot.name]! : (slot as SqlValue),
        );
      made = { prepared: this.#prepare(compiled.sql), bind };
      return made;
    };
  }

  #prepare(sql: string): Database.Statement {
    let prepared = this.#prepared.get(sql);
    if (prepared === undefined) {
      prepared = this.db.prepare(sql);
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }
}

/** A parameter for each of the columns, for an insert or update of whole rows. */
export function parametersFor<Values extends object, Column extends keyof Values & string>(
  p: Parameter<Values>,
  columns: readonly Column[],
): Pick<Values, Column> {
  return Object.fromEntries(columns.map((column) => [column, p(column)])) as Pick<Values, Column>;
}

/** Hand-written SQL in the place of a built query, for what Kysely has no words for. */
export function compilable<R>(query: RawBuilder<R>, q: Kysely<Schema>): Compilable<R> {
  return { compile: () => query.compile(q) };
}

/** The right side of `in`, as one parameter: the SQL stays the same however many values there are. */
export function listOf<T extends SqlValue>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
