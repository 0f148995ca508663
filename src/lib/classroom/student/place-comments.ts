/** Places a teacher's line comments in the student's current code, which has changed since the hand-in. */
import { diffArrays } from 'diff';
import type { SubmissionFeedback } from '#lib/wire/own-submission.ts';
import type { Files } from '#sandbox/contract.ts';

export interface PlacedComment {
	id: string;
	file: string;
	/** The comment's line in the present code, counted from 1. */
	line: number;
	/** What became of the commented line; when it has changed or gone, `line` is where it was. */
	moved: 'same' | 'changed' | 'gone';
	text: string;
	/** Text of the commented line as it was handed in. */
	code: string;
	done: boolean;
}

/** Places comments in the present code. `before` holds the submitted files; without them the line numbers stay as they are. */
export function placeComments(lines: SubmissionFeedback['lines'], before: Files | null, now: Files): PlacedComment[] {
	return lines.map(({ id, file, line, text, done }) => {
		const old = before?.[file];
		const code = (old?.split('\n')[line - 1] ?? '').trim();
		const note = { id, file, text, code, done };
		if (before === null) return { ...note, line, moved: 'same' };
		const here = now[file];
		if (here === undefined) return { ...note, line, moved: 'gone' };
		if (old === undefined || old === here) return { ...note, line, moved: 'same' };
		return { ...note, ...placeOf(line, old.split('\n'), here.split('\n')) };
	});
}

function placeOf(line: number, before: string[], now: string[]): Pick<PlacedComment, 'line' | 'moved'> {
	let [old, here] = [0, 0];
	const blocks = diffArrays(before, now);
	for (const [at, { value, added, removed }] of blocks.entries()) {
		if (added) {
			here += value.length;
			continue;
		}
		if (line > old + value.length) {
			old += value.length;
			if (!removed) here += value.length;
			continue;
		}
		const within = line - old;
		if (!removed) return { line: here + within, moved: 'same' };
		// Lines that replace removed ones follow right after these in the difference.
		const come = blocks[at + 1]?.added ? (blocks[at + 1]?.value.length ?? 0) : 0;
		return { line: Math.max(1, Math.min(here + Math.min(within, Math.max(come, 1)), now.length)), moved: 'changed' };
	}
	return { line: Math.max(1, Math.min(line, now.length)), moved: 'changed' };
}
