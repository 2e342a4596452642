import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../domain/meetings/error-code.ts';

/** Guesses, as a power of ten, that a password must withstand: fewer, and it is among what everybody tries first. */
const fewestGuesses = 7;

/** argon2id at OWASP's first recommendation (19 MiB, 2 passes), the library's default algorithm. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** Takes as long where there is no password: an unknown address, or an invitation that was not taken up. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such official');
  const right = await verify(passwordHash ?? (await decoy), password);
  return right && typeof passwordHash === 'string';
}

/**
 * Refuses what is guessed first (`weak_password`): common passwords, rows of keys, repetitions, dates, and `known`, what
 * everybody knows of this person and this city. There are no rules for kinds of characters (NIST SP 800-63B).
 */
export async function requireStrongPassword(password: string, known: readonly string[]): Promise<void> {
  const { check } = await loadEstimator();
  const words = known.flatMap((word) => [word, ...word.split(/[\s@.　]+/)]).filter((word) => word.length > 1);
  const { guessesLog10 } = check(password, ['くらべ', 'kurabe', ...words]);
  if (guessesLog10 < fewestGuesses) throw new DomainError('weak_password');
}

let estimator: Promise<{ check: (password: string, known: string[]) => { guessesLog10: number } }> | undefined;

/** Its lists take megabytes, and most processes never need them. */
function loadEstimator() {
  estimator ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return { check: (password: string, known: string[]) => factory.check(password, known) };
  })();
  return estimator;
}
