import type { SourcePlace } from './contract.ts';

export function offsetOfPlace(text: string, { line, column }: Pick<SourcePlace, 'line' | 'column'>): number {
	const linesBefore = text.split('\n').slice(0, line - 1);
	return linesBefore.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

export function placeOfOffset(text: string, file: string, offset: number): SourcePlace {
	const linesBefore = text.slice(0, offset).split('\n');
	return { file, line: linesBefore.length, column: (linesBefore.at(-1)?.length ?? 0) + 1 };
}

/** Returns the next offset after `at`, or with `isBackward` the one before it; after the last comes the first, as in Monaco. */
export function findNextProblemOffset(offsets: number[], at: number, isBackward: boolean): number | undefined {
	const sortedOffsets = offsets.toSorted((a, b) => (isBackward ? b - a : a - b));
	return sortedOffsets.find((offset) => (isBackward ? offset < at : offset > at)) ?? sortedOffsets[0];
}
