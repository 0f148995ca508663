import { diffArrays } from 'diff';
import type { SubmissionFeedback } from '#lib/wire/own-submission.ts';
import type { Files } from '#sandbox/contract.ts';

export interface PlacedComment {
	id: string;
	file: string;
	/** The comment's line in the present code, counted from 1. */
	line: number;
	/** What became of the commented line; for a changed or removed line, `line` is its former place. */
	lineState: 'same' | 'changed' | 'gone';
	text: string;
	code: string;
	done: boolean;
}

/** Places comments in the present code. When `submittedFiles` is null, the comments keep their line numbers. */
export function placeComments(
	lines: SubmissionFeedback['lines'],
	submittedFiles: Files | null,
	presentFiles: Files
): PlacedComment[] {
	return lines.map(({ id, file, line, text, done }) => {
		const submittedText = submittedFiles?.[file];
		const code = (submittedText?.split('\n')[line - 1] ?? '').trim();
		const comment = { id, file, text, code, done };
		if (submittedFiles === null) return { ...comment, line, lineState: 'same' };
		const presentText = presentFiles[file];
		if (presentText === undefined) return { ...comment, line, lineState: 'gone' };
		if (submittedText === undefined || submittedText === presentText) return { ...comment, line, lineState: 'same' };
		return { ...comment, ...findCommentPlace(line, submittedText.split('\n'), presentText.split('\n')) };
	});
}

function findCommentPlace(line: number, before: string[], now: string[]): Pick<PlacedComment, 'line' | 'lineState'> {
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
		const lineInBlock = line - old;
		if (!removed) return { line: here + lineInBlock, lineState: 'same' };
		// In the difference, added lines that replace removed lines follow right after the removed lines.
		const addedLineCount = blocks[at + 1]?.added ? (blocks[at + 1]?.value.length ?? 0) : 0;
		return {
			line: Math.max(1, Math.min(here + Math.min(lineInBlock, Math.max(addedLineCount, 1)), now.length)),
			lineState: 'changed'
		};
	}
	return { line: Math.max(1, Math.min(line, now.length)), lineState: 'changed' };
}
