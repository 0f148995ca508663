import { eq } from 'drizzle-orm';
import { parseJoinCode } from '#lib/domain/school-class.ts';
import type { Pseudonym } from '#lib/domain/pseudonym.ts';
import { database, schema } from '#lib/server/db/index.ts';
import {
	countAttempt,
	attemptKey,
	UNKNOWN_CLASS_CODE_LIMIT,
	CLASS_JOINING_LIMIT,
	readSecondsToWait
} from '#lib/server/rate-limit/attempts.ts';
import { hashQueue, HashQueueFull } from './hash-queue.ts';
import { createCardToken } from './known-browser.ts';
import { signInStudent, type ClassToEnter } from './sign-in.ts';
import { addStudentToClass, createStudent, PseudonymTaken } from './students.ts';
import type { RequestParts } from './cookies.ts';

export interface JoinableClass {
	id: string;
	code: string;
	name: string;
	/** Whether students may join with a new pseudonym, not only with those that the teacher created. */
	isOpen: boolean;
}

export type ClassJoiningResult =
	/** A new account was made. Its passphrase is shown now and never again. */
	| { kind: 'made'; passphrase: string }
	| { kind: 'added' }
	| { kind: 'taken' }
	| { kind: 'closed' }
	| { kind: 'wait'; seconds: number }
	| { kind: 'busy' };

export type ClassLookupResult =
	| { kind: 'class'; schoolClass: JoinableClass }
	| { kind: 'unknown' }
	/** Too many unknown codes were tried, so this one was not looked up. */
	| { kind: 'wait'; seconds: number };

/** Finds the class of a code that a visitor typed. Malformed codes are not counted as guesses. */
export async function lookUpClassOfTypedCode(text: string): Promise<ClassLookupResult> {
	if (parseJoinCode(text) === null) return { kind: 'unknown' };
	const guessesAttemptKey = attemptKey('guess', 'code');
	const seconds = await readSecondsToWait(guessesAttemptKey);
	if (seconds > 0) return { kind: 'wait', seconds };
	const schoolClass = await findClassByJoinCode(text);
	if (schoolClass) return { kind: 'class', schoolClass };
	await countAttempt(guessesAttemptKey, UNKNOWN_CLASS_CODE_LIMIT);
	return { kind: 'unknown' };
}

/**
 * Finds the class that a student claims to belong to; undefined for a malformed code. While look-ups are blocked because of guessing, every
 * well-formed unknown code gets an empty class instead: students with a pseudonym and passphrase can still sign in, and a guesser learns
 * nothing.
 */
export async function findClassToEnter(text: string): Promise<ClassToEnter | undefined> {
	const lookup = await lookUpClassOfTypedCode(text);
	if (lookup.kind === 'class') return lookup.schoolClass;
	const code = parseJoinCode(text);
	if (lookup.kind === 'unknown' || code === null) return undefined;
	return (await findClassByJoinCode(text)) ?? { id: 'none', code };
}

export async function findClassByJoinCode(text: string): Promise<JoinableClass | undefined> {
	const code = parseJoinCode(text);
	if (code === null) return undefined;
	const { schoolClass } = schema;
	const [found] = await database().select().from(schoolClass).where(eq(schoolClass.joinCode, code));
	if (!found) return undefined;
	return { id: found.id, code, name: found.name, isOpen: found.joinOpen && found.archivedAt === null };
}

export async function joinClassFirstTime(
	event: RequestParts,
	classToJoin: JoinableClass,
	pseudonym: Pseudonym,
	remember: boolean
): Promise<ClassJoiningResult> {
	if (!classToJoin.isOpen) return { kind: 'closed' };
	try {
		// A person who is signed in needs no password hash, so a full queue does not refuse them.
		if (!event.locals.person) hashQueue.refuseWhenFull('stranger');
		return await countAttemptAndJoin(event, classToJoin, pseudonym, remember);
	} catch (error) {
		if (error instanceof PseudonymTaken) return { kind: 'taken' };
		if (error instanceof HashQueueFull) return { kind: 'busy' };
		throw error;
	}
}

async function countAttemptAndJoin(
	event: RequestParts,
	classToJoin: JoinableClass,
	pseudonym: Pseudonym,
	remember: boolean
): Promise<ClassJoiningResult> {
	const seconds = await countAttempt(attemptKey('joining', classToJoin.code), CLASS_JOINING_LIMIT);
	if (seconds > 0) return { kind: 'wait', seconds };
	const { person } = event.locals;
	if (person) {
		await addStudentToClass(person.id, classToJoin.id, pseudonym);
		return { kind: 'added' };
	}
	const { account, passphrase } = await createStudent(classToJoin.id, pseudonym);
	// The new student's card token makes them known, so that they do not queue with strangers.
	await signInStudent(event, classToJoin, pseudonym.key, passphrase, remember, await createCardToken(account));
	return { kind: 'made', passphrase };
}
