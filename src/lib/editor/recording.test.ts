import { describe, expect, test } from 'vitest';
import {
	recordTextChange,
	findSingleEdit,
	groupIntoUndoSteps,
	startEditRecording,
	recordSelection,
	type EditRecording
} from './recording.ts';

function typeKeys(recording: EditRecording, keys: string): EditRecording {
	return [...keys].reduce((now, key) => {
		const { start, end } = now.selection;
		const text = now.text.slice(0, start) + key + now.text.slice(end);
		return recordTextChange(now, text, { start: start + key.length, end: start + key.length });
	}, recording);
}

function replayedTextOf(recording: EditRecording): string {
	const { groups: steps, undoneCount } = groupIntoUndoSteps(recording);
	let text = recording.baseText;
	for (const edit of steps.slice(0, steps.length - undoneCount).flat()) {
		expect(text.slice(edit.start, edit.start + edit.removed.length)).toBe(edit.removed);
		text = text.slice(0, edit.start) + edit.inserted + text.slice(edit.start + edit.removed.length);
	}
	return text;
}

describe('the difference between two texts', () => {
	test('uses the caret to tell which of several equal characters was typed', () => {
		expect(findSingleEdit('aaa', 'aaaa', 2)).toEqual({ start: 1, removed: '', inserted: 'a' });
		expect(findSingleEdit('aaa', 'aaaa', 4)).toEqual({ start: 3, removed: '', inserted: 'a' });
	});
	test('is found when a selection is replaced', () => {
		expect(findSingleEdit('return 1;', 'return 42;', 9)).toEqual({ start: 7, removed: '1', inserted: '42' });
	});
	test('is found when text is deleted', () => {
		expect(findSingleEdit('abba', 'aba', 2)).toEqual({ start: 2, removed: 'b', inserted: '' });
		expect(findSingleEdit('abc', '', 0)).toEqual({ start: 0, removed: 'abc', inserted: '' });
	});
});

test('recorded typing gives the text back, with one undo step for each word', () => {
	const recording = typeKeys(recordSelection(startEditRecording('{}'), { start: 1, end: 1 }), 'return a * 50;');
	expect(recording.text).toBe('{return a * 50;}');
	expect(replayedTextOf(recording)).toBe(recording.text);
	expect(groupIntoUndoSteps(recording).groups.map((group) => group.map((edit) => edit.inserted).join(''))).toEqual([
		'return ',
		'a ',
		'* ',
		'50;'
	]);
});

test('carets before and after each edit are kept', () => {
	const recording = typeKeys(recordSelection(startEditRecording('ab'), { start: 0, end: 2 }), 'x');
	expect(recording.edits).toEqual([
		{
			start: 0,
			removed: 'ab',
			inserted: 'x',
			selectionBefore: { start: 0, end: 2 },
			selectionAfter: { start: 1, end: 1 }
		}
	]);
});

describe('undo', () => {
	test('is recorded, and can be redone', () => {
		const recording = typeKeys(startEditRecording(''), 'one two');
		const undoneRecording = recordTextChange(recording, 'one ', { start: 4, end: 4 }, 'undo');
		expect(undoneRecording.edits).toHaveLength(7);
		expect(groupIntoUndoSteps(undoneRecording).undoneCount).toBe(1);
		expect(replayedTextOf(undoneRecording)).toBe('one ');
		const redoneRecording = recordTextChange(undoneRecording, 'one two', { start: 7, end: 7 }, 'redo');
		expect(groupIntoUndoSteps(redoneRecording).undoneCount).toBe(0);
		expect(replayedTextOf(redoneRecording)).toBe('one two');
	});
	test('in the middle of a word splits the undo step of that word', () => {
		const undoneRecording = recordTextChange(
			typeKeys(startEditRecording(''), 'abcd'),
			'ab',
			{ start: 2, end: 2 },
			'undo'
		);
		expect(replayedTextOf(undoneRecording)).toBe('ab');
		expect(groupIntoUndoSteps(undoneRecording).undoneCount).toBe(1);
	});
	test('followed by typing discards the undone edits', () => {
		const undoneRecording = recordTextChange(
			typeKeys(startEditRecording(''), 'one two'),
			'one ',
			{ start: 4, end: 4 },
			'undo'
		);
		const recording = typeKeys(undoneRecording, 'six');
		expect(replayedTextOf(recording)).toBe('one six');
		expect(groupIntoUndoSteps(recording).undoneCount).toBe(0);
	});
	test('to a text that was never recorded counts as an edit', () => {
		const oddRecording = recordTextChange(typeKeys(startEditRecording(''), 'abc'), 'zzz', { start: 3, end: 3 }, 'undo');
		expect(replayedTextOf(oddRecording)).toBe('zzz');
	});
});
