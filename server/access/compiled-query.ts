import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Viewer } from './viewer.ts';

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/** Takes the place of a value that is known only when the question is asked. */
class Slot {
  readonly valueIn: (viewer: Viewer, id: number) => unknown;

  constructor(valueIn: (viewer: Viewer, id: number) => unknown) {
    this.valueIn = valueIn;
  }
}

const slot = (valueIn: Slot['valueIn']) => new Slot(valueIn) as unknown;
const idSlot = slot((_, id) => id) as number;
const memberSlots = {
  id: slot(({ member }) => member!.id),
  committeeId: slot(({ member }) => member!.committeeId),
  termTo: slot(({ member }) => member!.termTo),
} as Viewer['member'];
const officialId = slot(({ official }) => official!.id);

/**
 * A question about the thing of an id that is built and compiled once for each kind of viewer: to build a large one anew took
 * longer than to send its answer. `build` is told what kind of viewer asks, never who: ids and terms are put in with each
 * question, so that nothing of one viewer can stay in another's.
 */
export function compiledQuery<Row>(build: (db: Kysely<Tables>, viewer: Viewer, id: number) => Compilable<Row>) {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return async (db: Kysely<Tables>, viewer: Viewer, id: number): Promise<Row | undefined> => {
    const { official, member } = viewer;
    const kind = `${official?.role} ${member !== null}`;
    let query = compiled.get(kind);
    if (!query) {
      const standIn = official && ({ id: officialId, role: official.role } as Viewer['official']);
      query = build(db, { official: standIn, member: member && memberSlots }, idSlot).compile();
      compiled.set(kind, query);
    }
    const parameters = query.parameters.map((value) => (value instanceof Slot ? value.valueIn(viewer, id) : value));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows[0];
  };
}
