import type { Role } from './access.ts';

/** The cookie that remembers the signed-in person for pages shown without network. It proves nothing. */
export const PERSON_COOKIE = 'at-work';

/** The signed-in person, as the server and every page know them. */
export interface Person {
	id: string;
	role: Role;
	/** A student's pseudonym in the class joined last, empty without a class; an adult's display name. */
	name: string;
	/** When the account will be deleted, in milliseconds since 1970; absent when no deletion was requested. */
	deletionAt?: number;
	/** The pair at this machine; absent for a student alone. */
	pair?: Pair;
}

/** A pair, seen by the student who signed in first. */
export interface Pair {
	id: string;
	other: { id: string; name: string };
}
