import type { Role } from './access.ts';

/** The cookie in which a browser remembers who is at work, for pages that it shows without the network. It proves nothing. */
export const AT_WORK = 'at-work';

/** Who is at work, as the server and every page know them. */
export interface Person {
	id: string;
	role: Role;
	/** A student's pseudonym in the class they joined last, empty without a class; what an adult goes by. */
	name: string;
	/** When the account goes, in milliseconds since 1970; absent: its owner did not ask for that. */
	deletionAt?: number;
	/** Who shares this machine with them; absent for one alone. */
	pair?: Pair;
}

/** Two students at one machine, seen by the one who signed in first. */
export interface Pair {
	id: string;
	/** The account and the pseudonym of the second. */
	other: { id: string; name: string };
}
