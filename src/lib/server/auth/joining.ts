/** Coming into a class with its code: with the words one has, or for the first time, where the class is open. */
import { eq } from 'drizzle-orm';
import { parseJoinCode } from '../../domain/join-code.ts';
import type { Pseudonym } from '../../domain/pseudonym.ts';
import { database, schema } from '../db/index.ts';
import { attempt, attemptKey, JOINING } from './attempts.ts';
import { signInStudent } from './sign-in.ts';
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
	| { kind: 'wait'; seconds: number };

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
	const seconds = await attempt(attemptKey('joining', into.code), JOINING);
	if (seconds > 0) return { kind: 'wait', seconds };
	try {
		const { person } = event.locals;
		if (person) {
			await addToClass(person.id, into.id, pseudonym);
			return { kind: 'added' };
		}
		const { passphrase } = await createStudent(into.id, pseudonym);
		await signInStudent(event, into, pseudonym.key, passphrase, remember);
		return { kind: 'made', passphrase };
	} catch (error) {
		if (error instanceof PseudonymTaken) return { kind: 'taken' };
		throw error;
	}
}
