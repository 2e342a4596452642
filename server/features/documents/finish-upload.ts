import type { Kysely } from 'kysely';
import type { Uploaded } from '../../../contract/documents.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableDocuments } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { prepareChild } from '../../pdf/start-child.ts';
import { findSame, sentHash } from './add-document.ts';
import { cleanName, type ReceivedFile, type Receiving, storeChecked } from './receive-file.ts';
import { requireOwn } from './resumable-uploads.ts';

interface Needs extends Receiving {
  db: Kysely<Tables>;
}

/**
 * Makes of a file that was sent piece by piece what `make` makes of it, once: asked again, since the answer was lost, it
 * answers the same. Throws `not_found`, `upload_incomplete`, and what a file is refused for, which ends the upload.
 */
export async function finishUpload(
  needs: Needs,
  official: Official,
  upload: string,
  make: (file: ReceivedFile) => Promise<Uploaded>,
): Promise<Uploaded> {
  const { db, files } = needs;
  requireOwn(official, upload);
  const made = await findMade(db, official, upload);
  if (made) return made;
  const { size, offset, metadata } = await files.parts.getUpload(upload).catch(() => {
    throw new DomainError('not_found');
  });
  if (size !== offset) throw new DomainError('upload_incomplete');
  const name = cleanName(metadata?.filename ?? '');
  prepareChild();
  let file: ReceivedFile;
  try {
    file = { ...(await storeChecked(needs, files.parts.read(upload), name)), name, upload };
  } catch (error) {
    if (error instanceof DomainError) await files.parts.remove(upload);
    throw error;
  }
  const result = await make(file);
  await files.parts.remove(upload);
  return result;
}

async function findMade(db: Kysely<Tables>, official: Official, upload: string): Promise<Uploaded | null> {
  const made = await editableDocuments(db, official)
    .innerJoin('revision', 'revision.document_id', 'document.id')
    .select(['revision.id as revisionId', 'document.id as documentId', 'document.meeting_id'])
    .select(sentHash.as('sha256'))
    .where('revision.upload', '=', upload)
    .executeTakeFirst();
  if (!made) return null;
  const { documentId, revisionId, sha256 } = made;
  return { documentId, revisionId, sameAs: await findSame(db, made.meeting_id, { sha256 }, revisionId) };
}
