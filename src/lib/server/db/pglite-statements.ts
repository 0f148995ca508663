import { parse, protocol, type PGlite, type QueryOptions, type Results } from '@electric-sql/pglite';
import { RepeatedStatements } from './repeated-statements.ts';

/** Upper limit of prepared statements. Beyond it, the least recently used one is closed. */
const MOST_PREPARED_STATEMENTS = 250;
/** Number of texts to remember after their first use, because a statement is prepared at its second. */
const MOST_REMEMBERED_STATEMENT_TEXTS = 500;
/**
 * Milliseconds after which a statement is prepared again. PostgreSQL keeps the plan of a prepared statement while its tables grow, and
 * a plan for a table of ten rows is a bad one for a hundred thousand.
 */
const LONGEST_PLAN_AGE_MILLISECONDS = 60_000;

interface PreparedStatement {
	name: string;
	preparedAt: number;
	parameterTypes: number[];
}

export type StatementValues = Parameters<PGlite['query']>[1];

const { serialize } = protocol;

export class PreparedStatements {
	readonly #client: PGlite;
	readonly #clock: () => number;
	readonly #statements = new Map<string, PreparedStatement>();
	readonly #repeatedStatements = new RepeatedStatements(MOST_REMEMBERED_STATEMENT_TEXTS);
	#statementCount = 0;

	constructor(client: PGlite, clock: () => number = () => performance.now()) {
		this.#client = client;
		this.#clock = clock;
	}

	/** Tells whether a text was used before, so that it is worth preparing, and remembers the text. */
	isRepeated(text: string): boolean {
		return this.#statements.has(text) || this.#repeatedStatements.noteUseAndTestRepeated(text);
	}

	/** Runs a statement, prepared. Call it while no other query runs. Rejects as `PGlite.query` does. */
	async run<Row>(text: string, values: StatementValues, options: QueryOptions): Promise<Results<Row>> {
		const { name, parameterTypes } = await this.#prepare(text);
		const messages = await this.#send([
			serialize.bind({
				statement: name,
				values: (values ?? []).map((value: unknown, index) => this.#serializeValue(value, parameterTypes[index] ?? 0))
			}),
			serialize.describe({ type: 'P' }),
			serialize.execute({})
		]);
		const [results] = parse.parseResults(messages, this.#client.parsers, options);
		return results as Results<Row>;
	}

	async #prepare(text: string): Promise<PreparedStatement> {
		const known = this.#statements.get(text);
		const now = this.#clock();
		if (known !== undefined) {
			this.#statements.delete(text);
			if (now - known.preparedAt < LONGEST_PLAN_AGE_MILLISECONDS) {
				this.#statements.set(text, known);
				return known;
			}
		}
		const replaced = known === undefined ? this.#takeLeastRecentlyUsed() : known;
		const name = `statement_${(this.#statementCount += 1)}`;
		const messages = await this.#send([
			...(replaced === undefined ? [] : [serialize.close({ type: 'S', name: replaced.name })]),
			serialize.parse({ name, text }),
			serialize.describe({ type: 'S', name })
		]);
		const statement = { name, preparedAt: now, parameterTypes: parse.parseDescribeStatementResults(messages) };
		this.#statements.set(text, statement);
		return statement;
	}

	#takeLeastRecentlyUsed(): PreparedStatement | undefined {
		if (this.#statements.size < MOST_PREPARED_STATEMENTS) return undefined;
		const [oldest] = this.#statements;
		if (oldest === undefined) return undefined;
		this.#statements.delete(oldest[0]);
		return oldest[1];
	}

	/** Sends all messages at once, and last a `sync`, at which PGlite ends its answer even after an error. */
	#send(messages: Uint8Array[]): ReturnType<PGlite['execProtocolStream']> {
		return this.#client.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false });
	}

	#serializeValue(value: unknown, type: number): string | null {
		if (value === null || value === undefined) return null;
		const serializer = this.#client.serializers[type];
		return serializer === undefined ? String(value) : serializer(value);
	}
}
