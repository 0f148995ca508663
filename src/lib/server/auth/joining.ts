/** Coming into a class with its code: with the words one has, or for the first time, where the class is open. */
import { eq } from 'drizzle-orm';
import { parseJoinCode } from '../../domain/join-code.ts';
import type { Pseudonym } from '../../domain/pseudonym.ts';
import { database, schema } from '../db/index.ts';
import { attempt, attemptKey, GUESSING, JOINING, waitOf } from '../rate-limit/attempts.ts';
import { hashQueue, TooManyStrangers } from './hash-queue.ts';
import { cardOf } from './known-browser.ts';
import { signInStudent, type ClassOfStudent } from './sign-in.ts';
import { addToClass, createStudent, PseudonymTaken } from './students.ts';
import type { Visit } from './visit.ts';

export interface JoinableClass {
	id: string;
	code: string;
	name: string;
	/** A new pseudonym may be chosen: not only those that the teacher made. */
	open: boolean;
}

export type FirstVisit =
	/** The words are shown now, and never again. */
	| { kind: 'made'; passphrase: string }
	| { kind: 'added' }
	| { kind: 'taken' }
	| { kind: 'closed' }
	| { kind: 'wait'; seconds: number }
	| { kind: 'busy' };

export type Lookup =
	| { kind: 'class'; into: JoinableClass }
	| { kind: 'unknown' }
	/** Too many codes were tried that no class has: not even looked at. */
	| { kind: 'wait'; seconds: number };

/** By a code that somebody typed, who has nothing else to show. What no code looks like is no guess. */
export async function lookUp(text: string): Promise<Lookup> {
	if (parseJoinCode(text) === null) return { kind: 'unknown' };
	const guesses = attemptKey('guess', 'code');
	const seconds = await waitOf(guesses);
	if (seconds > 0) return { kind: 'wait', seconds };
	const into = await classByCode(text);
	if (into) return { kind: 'class', into };
	await attempt(guesses, GUESSING);
	return { kind: 'unknown' };
}

/**
 * The class that somebody says they are in already. Undefined: no class has this code. While codes are being guessed there is one for
 * every code, in which nobody is: whoever has a pseudonym and words comes in all the same, and who has not learns nothing.
 */
export async function classToEnter(text: string): Promise<ClassOfStudent | undefined> {
	const looked = await lookUp(text);
	if (looked.kind === 'class') return looked.into;
	const code = parseJoinCode(text);
	if (looked.kind === 'unknown' || code === null) return undefined;
	return (await classByCode(text)) ?? { id: 'none', code };
}

/** By its code, however it was typed. */
export async function classByCode(text: string): Promise<JoinableClass | undefined> {
	const code = parseJoinCode(text);
	if (code === null) return undefined;
	const { schoolClass } = schema;
	const [found] = await database().select().from(schoolClass).where(eq(schoolClass.joinCode, code));
	if (!found) return undefined;
	return { id: found.id, code, name: found.name, open: found.joinOpen && found.archivedAt === null };
}

export async function enterFirst(
	event: Visit,
	into: JoinableClass,
	pseudonym: Pseudonym,
	remember: boolean
): Promise<FirstVisit> {
	if (!into.open) return { kind: 'closed' };
	try {
		// Who is signed in brings no words to be hashed.
		if (!event.locals.person) hashQueue.refuseWhenFull('stranger');
		return await countedFirst(event, into, pseudonym, remember);
	} catch (error) {
		if (error instanceof PseudonymTaken) return { kind: 'taken' };
		if (error instanceof TooManyStrangers) return { kind: 'busy' };
		throw error;
	}
}

async function countedFirst(
	event: Visit,
	into: JoinableClass,
	pseudonym: Pseudonym,
	remember: boolean
): Promise<FirstVisit> {
	const seconds = await attempt(attemptKey('joining', into.code), JOINING);
	if (seconds > 0) return { kind: 'wait', seconds };
	const { person } = event.locals;
	if (person) {
		await addToClass(person.id, into.id, pseudonym);
		return { kind: 'added' };
	}
	const { account, passphrase } = await createStudent(into.id, pseudonym);
	// No stranger any more: the account is theirs.
	await signInStudent(event, into, pseudonym.key, passphrase, remember, await cardOf(account));
	return { kind: 'made', passphrase };
}
