/** The signed-in person and their pair, as server and pages know them. */
import type { Role } from './access.ts';

/** Name of the cookie that tells pages shown without network who is signed in. The cookie proves nothing. */
export const PERSON_COOKIE = 'at-work';

/** The signed-in person, as the server and every page know them. */
export interface Person {
	id: string;
	role: Role;
	/** Name of the person: an adult's display name, or a student's pseudonym in the class joined last, empty without a class. */
	name: string;
	/** When the account will be deleted, in milliseconds since 1970; absent when no deletion was requested. */
	deletionAt?: number;
	/** The pair at this machine; absent for a student alone. */
	pair?: Pair;
}

/** A pair, as seen by the student who signed in first. */
export interface Pair {
	id: string;
	other: { id: string; name: string };
}
