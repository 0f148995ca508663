/** Places in a file as positions in its text: a plain text field knows no others. */
import type { SourcePlace } from './contract.ts';

export function offsetOf(text: string, { line, column }: Pick<SourcePlace, 'line' | 'column'>): number {
	const before = text.split('\n').slice(0, line - 1);
	return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** The next of them after `at`, or before it when going back; from the last one on to the first, as Monaco does. */
export function nextOffset(offsets: number[], at: number, back: boolean): number | undefined {
	const sorted = offsets.toSorted((a, b) => (back ? b - a : a - b));
	return sorted.find((offset) => (back ? offset < at : offset > at)) ?? sorted[0];
}
