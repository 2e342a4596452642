import { readFileSync, statSync } from 'node:fs';
import { DatabaseRefusal } from './refusal.ts';

/** Whom a process runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In this order; the last is on every Linux, also in small containers. */
const preferred = ['postgres', 'nobody'];

/**
 * Whom PostgreSQL, which refuses to be root, runs as: undefined for this process's own account. Where this process is
 * root: the owner of what is there already, else an account without rights. Throws DatabaseRefusal.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountWithoutRights();
}

/** Throws DatabaseRefusal where /etc/passwd has only root. */
export function accountWithoutRights(): Account {
  const known = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => Number(fields[2]) > 0);
  const chosen = preferred.map((name) => known.find((fields) => fields[0] === name)).find(Boolean) ?? known[0];
  if (!chosen)
    throw new DatabaseRefusal(
      'この機械には root のほかに利用者がいないため、データベースを始められません。利用者を１つ作ってその利用者で始めるか、DATABASE_URL で PostgreSQL を指定してください。',
    );
  return { uid: Number(chosen[2]), gid: Number(chosen[3]) };
}
