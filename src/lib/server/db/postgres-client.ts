import { createHash } from 'node:crypto';
import pg from 'pg';
import { RepeatedStatements } from './repeated-statements.ts';

/**
 * Largest number of statements that a connection prepares. The driver never closes one, and the server keeps each in the
 * memory of its connection.
 */
const MOST_PREPARED_STATEMENTS = 150;
const MOST_REMEMBERED_STATEMENT_TEXTS = 500;

/** Statements that were used before; shared by all connections, because all run the same statements. */
const repeatedStatements = new RepeatedStatements(MOST_REMEMBERED_STATEMENT_TEXTS);
const statementNamesByText = new Map<string, string>();

/** Returns the name under which to prepare a statement; undefined when its text is new, or when too many are prepared. */
function statementNameOf(text: string): string | undefined {
	const knownName = statementNamesByText.get(text);
	if (knownName !== undefined) return knownName;
	if (!repeatedStatements.noteUseAndTestRepeated(text) || statementNamesByText.size >= MOST_PREPARED_STATEMENTS)
		return undefined;
	const name = createHash('sha256').update(text).digest('base64url');
	statementNamesByText.set(text, name);
	return name;
}

/** The parts of a query's settings that matter here. drizzle gives settings; statements of our own are text. */
interface QuerySettings {
	name?: string;
	text: string;
}

const isUnnamedQuery = (settings: unknown): settings is QuerySettings =>
	typeof settings === 'object' &&
	settings !== null &&
	'text' in settings &&
	typeof settings.text === 'string' &&
	!('name' in settings && settings.name !== undefined);

export class PostgresClient extends pg.Client {
	/** Names a repeated statement, so that the driver prepares it. The cast lets one function serve all overloads. */
	override query = ((settings: unknown, ...others: unknown[]): unknown => {
		const name = isUnnamedQuery(settings) ? statementNameOf(settings.text) : undefined;
		const named = name === undefined ? settings : { ...(settings as QuerySettings), name };
		return Reflect.apply(pg.Client.prototype.query, this, [named, ...others]);
	}) as pg.Client['query'];
}
