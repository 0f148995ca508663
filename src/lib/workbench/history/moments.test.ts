import { expect, test } from 'vitest';
import { isOwnPicture } from '#lib/domain/own-file/own-file.ts';
import type { Version } from '#lib/domain/work.ts';
import { EMPTY_PROJECT_CARD } from '#lib/domain/project.ts';
import { historyMomentsOf, type HistoryTextNames } from './moments.ts';

const HISTORY_TEXT_NAMES: HistoryTextNames = {
	title: 'Name',
	card: 'Problem',
	questions: { who: 'Who?', now: 'Now?', change: 'Change?', needed: 'Needed?', notKept: 'Not kept?' },
	ownFile: (file) => (isOwnPicture(file) ? `picture ${file.width} x ${file.height}` : 'a sound')
};
function createVersion(id: string, parent: string | null, main: string, more: Partial<Version> = {}): Version {
	const nothing = { steps: null, decision: null, project: null };
	return { id, work: 'w', parent, savedAt: 0, files: { 'main.ts': main }, ...nothing, ...more };
}

test('a version that changes no text is not a moment of the history', () => {
	const versions = [
		createVersion('c', 'b', 'two'),
		createVersion('b', 'a', 'one', { steps: 1 }),
		createVersion('a', null, 'one')
	];
	const moments = historyMomentsOf(versions, HISTORY_TEXT_NAMES);
	expect(moments.map((moment) => [moment.version.id, moment.changedNames])).toEqual([
		['c', ['main.ts']],
		['a', ['main.ts']]
	]);
	expect(moments[0]?.textsBefore).toEqual({ 'main.ts': 'one' });
});

test('a version is compared with its parent, not with the version listed beside it', () => {
	const versions = [
		createVersion('mine', 'a', 'mine'),
		createVersion('theirs', 'a', 'theirs'),
		createVersion('a', null, 'a')
	];
	expect(historyMomentsOf(versions, HISTORY_TEXT_NAMES)[0]?.textsBefore).toEqual({ 'main.ts': 'a' });
});

test('changes of a project’s name and card are listed like changes of its files', () => {
	const card = { ...EMPTY_PROJECT_CARD, who: 'A baker' };
	const [moment] = historyMomentsOf(
		[
			createVersion('b', 'a', 'x', { project: { title: 'Bread', card } }),
			createVersion('a', null, 'x', { project: { title: '', card: null } })
		],
		HISTORY_TEXT_NAMES
	);
	expect(moment?.changedNames).toEqual(['Name', 'Problem']);
	expect(moment?.texts['Problem']).toBe('Who?\nA baker');
});
