/** Tests that a class's progress counts students for each step, and reveals neither pseudonyms nor groups of one or two. */
import { expect, test } from 'vitest';
import { countClassProgress } from './class-progress.ts';
import type { ProgressRow } from './progress.ts';

const STEP_IDS = ['discover', 'build', 'decide'];
const createProgressRow = (
	step: string | null,
	done: string[] = [],
	submission: ProgressRow['submission'] = null
): ProgressRow => ({
	members: [{ id: 'm', pseudonym: 'Loup', key: 'loup' }],
	progress: step === null ? null : { step, done, passed: 0, checks: 0, lastActivity: 0, lastProgress: 0, help: null },
	submission
});
const repeatProgressRow = (count: number, row: ProgressRow): ProgressRow[] => Array.from({ length: count }, () => row);

test('each step counts the students who reached and finished it, even if they went back', () => {
	const rows = [
		...repeatProgressRow(4, createProgressRow(null)),
		...repeatProgressRow(5, createProgressRow('discover')),
		...repeatProgressRow(6, createProgressRow('build', ['discover'])),
		...repeatProgressRow(
			5,
			createProgressRow('discover', ['discover', 'build'], { id: 's', state: 'judged', turn: 1, verdict: 'v' })
		)
	];
	expect(countClassProgress(rows, STEP_IDS)).toEqual({
		students: 20,
		steps: [
			{ id: 'discover', reached: 16, done: 11 },
			{ id: 'build', reached: 11, done: 5 },
			{ id: 'decide', reached: 0, done: 0 }
		],
		handedIn: 5
	});
});

test('groups of one or two students behind or ahead of the class are hidden', () => {
	for (const alone of [1, 2]) {
		const behind = countClassProgress(
			[
				...repeatProgressRow(30 - alone, createProgressRow('build', ['discover'])),
				...repeatProgressRow(alone, createProgressRow(null))
			],
			STEP_IDS
		);
		expect(behind.steps).toEqual([
			{ id: 'discover', reached: 30, done: 30 },
			{ id: 'build', reached: 30, done: 0 },
			{ id: 'decide', reached: 0, done: 0 }
		]);
		const ahead = countClassProgress(
			[
				...repeatProgressRow(30 - alone, createProgressRow('discover')),
				...repeatProgressRow(alone, createProgressRow('decide', ['discover']))
			],
			STEP_IDS
		);
		expect(ahead.steps.map(({ reached }) => reached)).toEqual([30, 0, 0]);
	}
});

test('class progress depends neither on pseudonyms nor on the order of rows', () => {
	const rows = [
		...repeatProgressRow(4, createProgressRow('build', ['discover'])),
		...repeatProgressRow(5, createProgressRow('discover'))
	];
	const renamedRows = [...rows].reverse().map((row, index) => ({
		...row,
		members: [{ id: `${index}`, pseudonym: `p${index}`, key: `p${index}` }] as ProgressRow['members']
	}));
	expect(countClassProgress(renamedRows, STEP_IDS)).toEqual(countClassProgress(rows, STEP_IDS));
	expect(JSON.stringify(countClassProgress(rows, STEP_IDS))).not.toContain('Loup');
});
