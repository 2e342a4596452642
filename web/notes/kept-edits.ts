import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { NoteEdit } from '../../contract/notes.ts';

interface Kept extends DBSchema {
  edits: { key: number; value: { memberId: number; edit: NoteEdit } };
}

let opened: Promise<IDBPDatabase<Kept>> | null = null;

function open(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('kurabe-notes', 1, {
    upgrade: (database) => void database.createObjectStore('edits', { autoIncrement: true }),
  });
  return opened;
}

/** What was written on this device and has not reached the portal, in the order of writing, by keys of the device's database. */
export async function readKept(memberId: number): Promise<{ key: number; edit: NoteEdit }[]> {
  const found: { key: number; edit: NoteEdit }[] = [];
  let cursor = await (await open()).transaction('edits').store.openCursor();
  while (cursor) {
    if (cursor.value.memberId === memberId) found.push({ key: cursor.key, edit: cursor.value.edit });
    cursor = await cursor.continue();
  }
  return found;
}

/** Resolves once it is on the disk: a battery that ends loses nothing. */
export async function keepEdit(memberId: number, edit: NoteEdit): Promise<number> {
  const transaction = (await open()).transaction('edits', 'readwrite', { durability: 'strict' });
  const [key] = await Promise.all([transaction.store.add({ memberId, edit }), transaction.done]);
  return key;
}

export async function forgetEdits(keys: readonly number[]): Promise<void> {
  const transaction = (await open()).transaction('edits', 'readwrite');
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
}
