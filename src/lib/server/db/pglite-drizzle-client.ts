/** Makes the client by which drizzle queries PGlite; it prepares repeated statements. */
import type { PGlite, Transaction } from '@electric-sql/pglite';
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
