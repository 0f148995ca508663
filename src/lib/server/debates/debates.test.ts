/** Tests the phases, choices and positions of debates on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentDebateChoice } from '#lib/wire/debate.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { storeTestLesson, type TestLesson } from '#lib/server/board/testing.ts';
import { debateChoicesOf, storeDebateChoice } from './debate-choices.ts';
import { showPositions, changeDebatePhase } from './lead-debate.ts';
import { readDebate } from './debate-queries.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: TestLesson;
	let hash: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		database = connection.database;
		await storeBuildPackages(database);
		hash = (await findChallenge('horodateur'))?.hash ?? '';
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await storeTestLesson(database, { students: 7, subject: { kind: 'challenge', id: 'horodateur', hash } });
	});

	const nthStudent = (which: number) => lesson.students[which] ?? { account: '', member: '' };
	const changePhase = (way: Parameters<typeof changeDebatePhase>[2]) =>
		changeDebatePhase(database, lesson.assignment, way, NOW);
	const storeChoice = (
		which: number,
		decision: SentDebateChoice['decision'],
		{
			moment = 'before',
			by = nthStudent(which).account,
			at = 0
		}: { moment?: SentDebateChoice['moment']; by?: string; at?: number } = {}
	) => storeDebateChoice(database, lesson.assignment, { by, moment, decision }, new Date(NOW.getTime() + at));
	const storePosition = (which: number, text = `Position ${which}`) =>
		storeChoice(which, { option: 'paper', position: text });
	const readTestDebate = async () => {
		const debate = await readDebate(database, lesson.assignment);
		if (!debate) throw new Error('There is no debate.');
		return debate;
	};

	test('the phases of a debate change only in their order, and a project has no debate', async () => {
		const readPhase = async () => (await readTestDebate()).phase;
		expect(await readPhase()).toBe('none');
		expect([await changePhase('close'), await changePhase('reopen'), await changePhase('end')]).toEqual([
			false,
			false,
			false
		]);
		for (const [way, leads] of [
			['open', 'choosing'],
			['close', 'talking'],
			['reopen', 'choosing'],
			['end', 'over'],
			['open', 'choosing'],
			['close', 'talking'],
			['end', 'over']
		] as const) {
			expect(await changePhase(way)).toBe(true);
			expect(await changePhase(way), 'pressed twice').toBe(false);
			expect(await readPhase()).toBe(leads);
		}
		const projectLesson = await storeTestLesson(database);
		expect(await changeDebatePhase(database, projectLesson.assignment, 'open', NOW)).toBe(false);
		expect(await readDebate(database, projectLesson.assignment)).toBeUndefined();
	});

	test('choices before and after the talk are stored separately, each only in its phase', async () => {
		const paperDecision = { option: 'paper', position: '' };
		expect(await storeChoice(0, paperDecision)).toBe('late');
		await changePhase('open');
		expect(await storeChoice(0, paperDecision)).toBe('kept');
		expect(await storeChoice(0, { option: 'kept', position: ' Parce que. ' })).toBe('kept');
		expect(await storeChoice(1, { option: 'another', values: { keepDays: 3 }, position: '' })).toBe('kept');
		expect(await storeChoice(0, paperDecision, { moment: 'after' })).toBe('late');
		await changePhase('close');
		expect(await storeChoice(2, paperDecision)).toBe('late');
		expect(await storeChoice(0, paperDecision, { moment: 'after' })).toBe('kept');
		const { before, after, flows } = await readTestDebate();
		expect(before).toEqual([
			{ option: 'paper', count: 0 },
			{ option: 'erased', count: 0 },
			{ option: 'kept', count: 1 },
			{ option: 'another', count: 1 }
		]);
		expect(after.map(({ count }) => count)).toEqual([1, 0, 0, 0]);
		expect(flows.filter(({ count }) => count > 0)).toEqual([
			{ from: 'kept', to: 'paper', count: 1 },
			{ from: 'another', to: 'another', count: 1 }
		]);
		const ownChoices = await debateChoicesOf(database, lesson.assignment, [nthStudent(0).account]);
		expect(ownChoices).toHaveLength(2);
		expect(ownChoices).toContainEqual(
			expect.objectContaining({ moment: 'before', decision: { option: 'kept', position: 'Parce que.' } })
		);
		await changePhase('end');
		expect(await storeChoice(0, { option: 'erased', position: '' }, { moment: 'after' })).toBe('late');
	});

	test('a new choice in a reopened debate replaces the choice after the talk; new words alone do not', async () => {
		const storeChoiceAfterTalk = (which: number) =>
			storeChoice(which, { option: 'kept', position: '' }, { moment: 'after' });
		await changePhase('open');
		for (const which of [0, 1, 2, 3]) await storePosition(which);
		await changePhase('close');
		for (const which of [0, 1, 2, 3, 4]) await storeChoiceAfterTalk(which);
		await changePhase('reopen');
		await storeChoice(0, { option: 'erased', position: '' });
		await storeChoice(1, { option: 'paper', position: 'Other words' });
		await storeChoice(2, { option: 'paper', position: '' });
		// This student chooses again the option that still counts as their choice before the talk.
		await storePosition(3);
		await storeChoice(4, { option: 'erased', position: '' });
		await changePhase('close');
		expect((await readTestDebate()).flows.filter(({ count }) => count > 0)).toEqual([
			{ from: 'paper', to: 'paper', count: 1 },
			{ from: 'paper', to: 'kept', count: 2 },
			{ from: 'erased', to: 'erased', count: 2 }
		]);
	});

	test('changing or removing the words of a position, even twice, keeps the choice after the talk', async () => {
		const listChoiceMoments = async () =>
			(await debateChoicesOf(database, lesson.assignment, [nthStudent(0).account]))
				.map((choice) => choice.moment)
				.sort();
		const storePositionText = (position: string, at: number) => storeChoice(0, { option: 'paper', position }, { at });
		await changePhase('open');
		await storePositionText('First words', 0);
		await changePhase('close');
		await storeChoice(0, { option: 'kept', position: '' }, { moment: 'after', at: 1 });
		await changePhase('reopen');
		for (const at of [2, 3]) expect(await storePositionText('Other words', at)).toBe('kept');
		expect(await listChoiceMoments()).toEqual(['after', 'before']);
		for (const at of [4, 5]) expect(await storePositionText('', at)).toBe('kept');
		expect(await listChoiceMoments()).toEqual(['after', 'before']);
		await storePositionText('Last words', 6);
		await changePhase('close');
		for (const at of [7, 8]) expect(await storePositionText('', at), 'while the class talks').toBe('kept');
		expect(await listChoiceMoments()).toEqual(['after', 'before']);
	});

	test('an option that the challenge does not offer is refused', async () => {
		await changePhase('open');
		for (const decision of [
			{ option: 'nothing', position: '' },
			{ option: null, position: 'x' },
			{ option: 'another', values: { keepDays: -1 }, position: '' }
		]) {
			expect(await storeChoice(0, decision)).toBe('malformed');
		}
		expect(await debateChoicesOf(database, lesson.assignment, [nthStudent(0).account])).toEqual([]);
	});

	test('people outside the class, or without the assignment, cannot choose', async () => {
		await changePhase('open');
		const challenge = { kind: 'challenge', id: 'horodateur', hash } as const;
		const otherLesson = await storeTestLesson(database, { subject: challenge });
		const paperDecision = { option: 'paper', position: '' };
		for (const by of [otherLesson.students[0]?.account ?? '', lesson.teacher, 'nobody']) {
			expect(await storeChoice(0, paperDecision, { by }), by).toBe('absent');
		}
		expect((await readTestDebate()).chosen).toEqual({ before: 0, after: 0 });
		const lessonOfOne = await storeTestLesson(database, { subject: challenge, isForFirstStudent: true });
		await changeDebatePhase(database, lessonOfOne.assignment, 'open', NOW);
		const absentAccount = lessonOfOne.students[1]?.account ?? '';
		expect(
			await storeDebateChoice(
				database,
				lessonOfOne.assignment,
				{ by: absentAccount, moment: 'before', decision: paperDecision },
				NOW
			)
		).toBe('absent');
	});

	test('at least five positions are shown or none; rewritten positions and those of deleted accounts disappear', async () => {
		await changePhase('open');
		for (const which of [0, 1, 2, 3, 4, 5]) await storePosition(which);
		await storeChoice(6, { option: 'kept', position: '' });
		expect((await readTestDebate()).positions, 'while the class chooses').toEqual([]);
		await changePhase('close');
		const { positions, given } = await readTestDebate();
		expect(given).toBe(6);
		expect(positions).toHaveLength(6);
		const places = positions.map(({ place }) => place);
		// Positions come in a random order that stays the same, not in the order of writing or of students.
		expect(places).toEqual([...places].sort());
		expect(JSON.stringify(positions)).not.toMatch(new RegExp(lesson.students.map(({ member }) => member).join('|')));
		const showPositionsAt = (chosen: string[]) => showPositions(database, lesson.assignment, chosen);
		for (const few of [places.slice(0, 4), [...places.slice(0, 4), 'nowhere'], ['nowhere']]) {
			expect(await showPositionsAt(few)).toBe('too-few');
			expect((await readTestDebate()).shown).toEqual([]);
		}
		expect(await showPositionsAt(Array.from({ length: 5 }, () => places[0] ?? '')), 'one, five times').toBe('too-few');
		expect(await showPositionsAt(places.slice(0, 5))).toBe('shown');
		expect((await readTestDebate()).shown.map(({ text }) => text)).toEqual(
			positions.slice(0, 5).map(({ text }) => text)
		);
		expect(await showPositionsAt(places)).toBe('shown');
		expect((await readTestDebate()).shown).toHaveLength(6);

		await changePhase('reopen');
		await storePosition(0, 'Autre chose');
		await changePhase('close');
		expect((await readTestDebate()).shown, 'five are left').toHaveLength(5);
		await removePerson(database, nthStudent(1).account, NOW);
		expect((await readTestDebate()).shown, 'four are left').toEqual([]);
		expect(await showPositionsAt([])).toBe('hidden');
		expect((await readTestDebate()).positions.filter(({ shown }) => shown)).toEqual([]);
	});

	test('a position can be taken back during the talk and after the end, and the choice stays', async () => {
		await changePhase('open');
		for (const which of [0, 1, 2, 3, 4]) await storePosition(which);
		await changePhase('close');
		await showPositions(
			database,
			lesson.assignment,
			(await readTestDebate()).positions.map(({ place }) => place)
		);
		const { shown, before } = await readTestDebate();
		expect(shown).toHaveLength(5);
		expect(await storeChoice(0, { option: 'kept', position: '' }), 'another choice').toBe('late');
		expect(await storeChoice(0, { option: 'paper', position: 'Other words' })).toBe('late');
		expect(await storeChoice(6, { option: 'paper', position: '' }), 'who gave none').toBe('late');
		expect(await storeChoice(0, { option: 'paper', position: '' })).toBe('kept');
		expect(await readTestDebate()).toMatchObject({ shown: [], given: 4, before });
		await changePhase('end');
		expect(await storeChoice(1, { option: 'paper', position: '' })).toBe('kept');
		expect((await readTestDebate()).given).toBe(3);
	});

	test('markup in a position is kept as plain text, unchanged', async () => {
		await changePhase('open');
		const text = '<img src=x onerror=alert(1)> {"a":1} =HYPERLINK("http://x") \u202Eabc';
		await storePosition(0, text);
		await changePhase('close');
		expect((await readTestDebate()).positions[0]?.text).toBe(text);
	});
});
