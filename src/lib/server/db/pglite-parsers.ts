import { types, type PGlite, type QueryOptions, type Transaction } from '@electric-sql/pglite';
import { PreparedStatements } from './pglite-statements.ts';

/** Runs `act` while no other query runs. */
type RunAlone = <Value>(act: () => Promise<Value>) => Promise<Value>;

/** Returns a client that leaves out the parsers that drizzle brings with each query, because PGlite already has them. */
export function createDrizzleClient(client: PGlite): PGlite {
	const statements = new PreparedStatements(client);
	const makePreparingQuery =
		(query: PGlite['query'], canPrepare: () => boolean, runAlone: RunAlone): PGlite['query'] =>
		(text, values, { parsers: _, ...options } = {}) =>
			// A closed client or transaction gets the query itself, in order to refuse it.
			canPrepare() && statements.isRepeated(text)
				? runAlone(() => statements.run(text, values, options))
				: query(text, values, options);
	const methods = {
		query: makePreparingQuery(
			(...query) => client.query(...query),
			() => client.ready,
			(act) => client._runExclusiveTransaction(() => client._runExclusiveQuery(act))
		),
		transaction: <Value>(act: (transaction: Transaction) => Promise<Value>) =>
			client.transaction((transaction) => {
				const query = makePreparingQuery(
					transaction.query,
					() => !transaction.closed,
					(run) => client._runExclusiveQuery(run)
				);
				return act({ ...transaction, query });
			})
	};
	return new Proxy(client, {
		get: (_, key): unknown => (Object.hasOwn(methods, key) ? Reflect.get(methods, key) : Reflect.get(client, key))
	});
}

/** Types that drizzle reads as text and parses itself: times, and the lists of numbers and times. */
export const TYPES_READ_BY_DRIZZLE = [
	types.TIMESTAMP,
	types.TIMESTAMPTZ,
	types.INTERVAL,
	types.DATE,
	...[1115, 1182, 1185, 1187, 1231]
];

export interface ParserSharing {
	drizzleClient: PGlite;
	/** Options for queries that bypass drizzle. With them, PGlite reads times as `Date`. */
	otherOptions: QueryOptions;
}

const parserSharingByClient = new WeakMap<PGlite, ParserSharing>();

/**
 * Sets drizzle's parsers on the client; queries that bypass drizzle bring PGlite's own. PGlite copies all its parsers, more
 * than three hundred, for each query that brings some, which takes longer than a short query. So only the rarer queries may
 * bring parsers.
 */
export function setDrizzleParsers(client: PGlite): ParserSharing {
	const knownSharing = parserSharingByClient.get(client);
	if (knownSharing !== undefined) return knownSharing;
	const parsers = Object.fromEntries(TYPES_READ_BY_DRIZZLE.map((type) => [type, client.parsers[type]]));
	for (const type of TYPES_READ_BY_DRIZZLE) client.parsers[type] = (text: string) => text;
	const sharing = { drizzleClient: createDrizzleClient(client), otherOptions: { parsers } as QueryOptions };
	parserSharingByClient.set(client, sharing);
	return sharing;
}
