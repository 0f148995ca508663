import { expect, test } from 'vitest';
import type { MemberDebateChoice } from './debate.ts';
import {
	SMALLEST_SUMMARY_COUNT,
	computeSummaryFigures,
	containsWholePosition,
	LONGEST_SUMMARY_TEXT,
	parseSummaryText,
	findPseudonymIn,
	type DebateSummaryInput
} from './debate-summary.ts';

const STEPS: DebateSummaryInput['steps'] = [
	{ id: 'discover', kind: 'discover' },
	{ id: 'predict', kind: 'predict' },
	{ id: 'build', kind: 'build' },
	{ id: 'more', kind: 'build' },
	{ id: 'stretch', kind: 'stretch' },
	{ id: 'decide', kind: 'decide' },
	{ id: 'show', kind: 'show' }
];
const createChoice = (
	memberId: string,
	option: string,
	moment: MemberDebateChoice['moment'] = 'before'
): MemberDebateChoice => ({
	member: memberId,
	moment,
	decision: { option, position: 'Secret.' }
});
const createMany = <T>(count: number, make: (at: number) => T): T[] =>
	Array.from({ length: count }, (_, at) => make(at));
const createSummaryInput = (changed: Partial<DebateSummaryInput>): DebateSummaryInput => ({
	choices: createMany(SMALLEST_SUMMARY_COUNT, (at) => createChoice(`m${at}`, 'paper')),
	options: ['paper', 'kept', 'erased'],
	works: [],
	steps: STEPS,
	...changed
});

test('each student’s last choice counts once, and counts under five are hidden', () => {
	const choices = [
		...createMany(7, (at) => createChoice(`m${at}`, 'paper')),
		...createMany(6, (at) => createChoice(`n${at}`, 'kept')),
		createChoice('m0', 'kept', 'after'),
		createChoice('m1', 'erased', 'after'),
		createChoice('n0', 'kept', 'after'),
		createChoice('late', 'kept', 'after')
	];
	const figures = computeSummaryFigures(createSummaryInput({ choices }));
	expect(figures?.choices).toEqual([
		{ option: 'paper', count: 5 },
		{ option: 'kept', count: 8 },
		{ option: 'erased', count: null }
	]);
	expect(JSON.stringify(figures)).not.toMatch(/Secret|m0|late/);
});

test('choices of fewer than five students give no figures, even when they chose twice', () => {
	const choices = createMany(4, (at) => createChoice(`m${at}`, 'paper'));
	const secondChoices = createMany(4, (at) => createChoice(`m${at}`, 'kept', 'after'));
	expect(computeSummaryFigures(createSummaryInput({ choices: [...choices, ...secondChoices] }))).toBeUndefined();
});

test('a step is reported where at least five students are stuck, both of a pair counted', () => {
	const works = [
		...createMany(2, () => ({ students: 2, done: ['discover', 'predict'] })),
		{ students: 1, done: ['predict'] },
		...createMany(4, () => ({ students: 1, done: ['discover'] })),
		// These works skipped the first steps, so their last completed step tells where they are.
		...createMany(5, () => ({ students: 1, done: ['build'] })),
		...createMany(9, () => ({ students: 1, done: ['predict', 'build', 'more'] }))
	];
	expect(computeSummaryFigures(createSummaryInput({ works }))?.stuck).toEqual([
		{ step: 'build', count: 5 },
		{ step: 'more', count: 5 }
	]);
	expect(computeSummaryFigures(createSummaryInput({ works: [{ students: 1, done: [] }] }))?.stuck).toEqual([]);
});

test('a summary text is trimmed, and refused when empty, too long or malformed', () => {
	expect(parseSummaryText('  Oui.\r\nNon. ')).toBe('Oui.\nNon.');
	for (const wrong of ['', ' \n ', 'x'.repeat(LONGEST_SUMMARY_TEXT + 1), '\ud800'])
		expect(parseSummaryText(wrong)).toBeUndefined();
});

test('a pseudonym is found only as a whole word in its exact spelling', () => {
	const names = ['Loup', 'Zoé-Lou 2', 'j.p.', 'papier'];
	expect(findPseudonymIn('Comme dit Loup, il faut attendre.', names)).toBe('Loup');
	expect(findPseudonymIn('L’idée est de Zoé-Lou 2', names)).toBe('Zoé-Lou 2');
	expect(findPseudonymIn('(j.p.) et jxpx', names)).toBe('j.p.');
	expect(findPseudonymIn('Un loup, des Loups, du Papier, jxpx.', names)).toBeUndefined();
});

test('a whole position is found in a text despite different spacing', () => {
	const positions = ['Parce que personne\nne lit ma vie.', 'Oui.'];
	expect(containsWholePosition('Un élève dit : « Parce que  personne ne lit ma vie. »', positions)).toBe(true);
	expect(containsWholePosition('La classe ne veut pas que l’on lise sa vie. Oui.', positions)).toBe(false);
});
