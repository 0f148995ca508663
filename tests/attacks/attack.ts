/** One way in which a program may try to reach the network, and what it is given. */

export interface Target {
	/** The address at which the listener receives requests, with the attack's own path. */
	url: string;
	socket: string;
	/** A host name of this attack alone: its lookup is the leak. */
	name: string;
	/** The address at which the listener receives datagrams. */
	stun: string;
}

/** `page`: from a page program, which can do all that a document can. */
export type From = 'worker' | 'document' | 'page';

export interface Attack {
	id: string;
	/** The sign of a leak: a request, a name lookup, a datagram, or the attack's own report of an entry. */
	sign: 'request' | 'name' | 'datagram' | 'entry';
	from: readonly ('worker' | 'document')[];
	/** The attack navigates its document away, so needs one of its own. */
	leaves?: true;
	run(target: Target): unknown;
}
