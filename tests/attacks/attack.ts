/** One way in which a program may try to reach the network, and the targets it gets. */

export interface AttackTarget {
	/** The address at which the listener receives requests, with a path that names the attack. */
	url: string;
	socketUrl: string;
	/** A host name that only this attack uses. Looking it up is a leak. */
	hostName: string;
	/** The address at which the listener receives datagrams. */
	stunAddress: string;
}

/** Where an attack runs. `page` is a page program, which can do everything that a document can. */
export type AttackOrigin = 'worker' | 'document' | 'page';

export interface Attack {
	id: string;
	/** Sign of a leak: a request, a name lookup, a datagram, or the attack's own report that it got in. */
	sign: 'request' | 'name' | 'datagram' | 'entry';
	origins: readonly ('worker' | 'document')[];
	/** The attack navigates its document away, so it needs a document of its own. */
	leavesDocument?: true;
	run(target: AttackTarget): unknown;
}
