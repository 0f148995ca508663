import { expect, test } from 'vitest';
import { countClassProgress } from './class-progress.ts';
import type { ProgressRow } from './progress.ts';

const steps = ['discover', 'build', 'decide'];
const at = (step: string | null, done: string[] = [], submission: ProgressRow['submission'] = null): ProgressRow => ({
	members: [{ id: 'm', pseudonym: 'Loup', key: 'loup' }],
	progress: step === null ? null : { step, done, passed: 0, checks: 0, lastActivity: 0, lastProgress: 0, help: null },
	submission
});
const many = (count: number, row: ProgressRow): ProgressRow[] => Array.from({ length: count }, () => row);

test('how many came how far; whoever went back to look has still been there', () => {
	const rows = [
		...many(4, at(null)),
		...many(5, at('discover')),
		...many(6, at('build', ['discover'])),
		...many(5, at('discover', ['discover', 'build'], { id: 's', state: 'judged', turn: 1, verdict: 'v' }))
	];
	expect(countClassProgress(rows, steps)).toEqual({
		students: 20,
		steps: [
			{ id: 'discover', reached: 16, done: 11 },
			{ id: 'build', reached: 11, done: 5 },
			{ id: 'decide', reached: 0, done: 0 }
		],
		handedIn: 5
	});
});

test('one or two who differ from all others are not told apart', () => {
	for (const alone of [1, 2]) {
		const behind = countClassProgress(
			[...many(30 - alone, at('build', ['discover'])), ...many(alone, at(null))],
			steps
		);
		expect(behind.steps).toEqual([
			{ id: 'discover', reached: 30, done: 30 },
			{ id: 'build', reached: 30, done: 0 },
			{ id: 'decide', reached: 0, done: 0 }
		]);
		const ahead = countClassProgress(
			[...many(30 - alone, at('discover')), ...many(alone, at('decide', ['discover']))],
			steps
		);
		expect(ahead.steps.map(({ reached }) => reached)).toEqual([30, 0, 0]);
	}
});

test('nothing in it depends on who, or in which order', () => {
	const rows = [...many(4, at('build', ['discover'])), ...many(5, at('discover'))];
	const renamedRows = [...rows].reverse().map((row, index) => ({
		...row,
		members: [{ id: `${index}`, pseudonym: `p${index}`, key: `p${index}` }] as ProgressRow['members']
	}));
	expect(countClassProgress(renamedRows, steps)).toEqual(countClassProgress(rows, steps));
	expect(JSON.stringify(countClassProgress(rows, steps))).not.toContain('Loup');
});
