/**
 * A backup is a text, compressed: a line that says what it is, a line for each row (the table, a tab, the row as PostgreSQL's JSON, which
 * JavaScript never reads, so that no number is rounded), and a line that counts them. Either engine takes what the other gave.
 */
import * as v from 'valibot';

export const BACKUP_FORMAT = 1;

export const Header = v.object({
	braise: v.literal('backup'),
	format: v.literal(BACKUP_FORMAT),
	madeAt: v.string(),
	/** Hashes: the shape that the rows have. */
	migrations: v.array(v.string())
});
export type Header = v.InferOutput<typeof Header>;

/** No table has an empty name. */
export const END = '';

export function lineOf(table: string, text: string): string {
	return `${table}\t${text}\n`;
}

export function readLine(line: string): { table: string; text: string } {
	const tab = line.indexOf('\t');
	return { table: line.slice(0, Math.max(tab, 0)), text: line.slice(tab + 1) };
}

/** Not node:readline, which takes characters that a program may hold for the ends of lines. A last line without its end is none. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const piece of pieces) {
		const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
}
