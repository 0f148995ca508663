/** Tests the phases, choices and positions of debates on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentDebateChoice } from '#lib/wire/debate.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { importPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { storeTestLesson, type TestLesson } from '#lib/server/board/testing.ts';
import { debateChoicesOf, storeDebateChoice } from './choose.ts';
import { showPositions, changeDebatePhase } from './lead.ts';
import { readDebate } from './debate-queries.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: TestLesson;
	let hash: string;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		database = connection.database;
		await importPackages(database);
		hash = (await findChallenge('horodateur'))?.hash ?? '';
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await storeTestLesson(database, { students: 7, subject: { kind: 'challenge', id: 'horodateur', hash } });
	});

	const student = (which: number) => lesson.students[which] ?? { account: '', member: '' };
	const turn = (way: Parameters<typeof changeDebatePhase>[2]) =>
		changeDebatePhase(database, lesson.assignment, way, NOW);
	const say = (
		which: number,
		decision: SentDebateChoice['decision'],
		{ moment = 'before', by = student(which).account }: { moment?: SentDebateChoice['moment']; by?: string } = {}
	) => storeDebateChoice(database, lesson.assignment, { by, moment, decision }, NOW);
	const position = (which: number, text = `Position ${which}`) => say(which, { option: 'paper', position: text });
	const read = async () => {
		const debate = await readDebate(database, lesson.assignment);
		if (!debate) throw new Error('There is no debate.');
		return debate;
	};

	test('opened, closed, opened again, ended, and nothing out of its turn', async () => {
		const phase = async () => (await read()).phase;
		expect(await phase()).toBe('none');
		expect([await turn('close'), await turn('reopen'), await turn('end')]).toEqual([false, false, false]);
		for (const [way, leads] of [
			['open', 'choosing'],
			['close', 'talking'],
			['reopen', 'choosing'],
			['end', 'over'],
			['open', 'choosing'],
			['close', 'talking'],
			['end', 'over']
		] as const) {
			expect(await turn(way)).toBe(true);
			expect(await turn(way), 'pressed twice').toBe(false);
			expect(await phase()).toBe(leads);
		}
		const project = await storeTestLesson(database);
		expect(await changeDebatePhase(database, project.assignment, 'open', NOW)).toBe(false);
		expect(await readDebate(database, project.assignment)).toBeUndefined();
	});

	test('choices before and after are two, each in its time alone', async () => {
		const paper = { option: 'paper', position: '' };
		expect(await say(0, paper)).toBe('late');
		await turn('open');
		expect(await say(0, paper)).toBe('kept');
		expect(await say(0, { option: 'kept', position: ' Parce que. ' })).toBe('kept');
		expect(await say(1, { option: 'another', values: { keepDays: 3 }, position: '' })).toBe('kept');
		expect(await say(0, paper, { moment: 'after' })).toBe('late');
		await turn('close');
		expect(await say(2, paper)).toBe('late');
		expect(await say(0, paper, { moment: 'after' })).toBe('kept');
		const { before, after, flows } = await read();
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
		const mine = await debateChoicesOf(database, lesson.assignment, [student(0).account]);
		expect(mine).toHaveLength(2);
		expect(mine).toContainEqual(
			expect.objectContaining({ moment: 'before', decision: { option: 'kept', position: 'Parce que.' } })
		);
		await turn('end');
		expect(await say(0, paper, { moment: 'after' })).toBe('late');
	});

	test('an option that the challenge does not offer is refused', async () => {
		await turn('open');
		for (const decision of [
			{ option: 'nothing', position: '' },
			{ option: null, position: 'x' },
			{ option: 'another', values: { keepDays: -1 }, position: '' }
		]) {
			expect(await say(0, decision)).toBe('malformed');
		}
		expect(await debateChoicesOf(database, lesson.assignment, [student(0).account])).toEqual([]);
	});

	test('nobody chooses who is not in the class, or whom the assignment is not for', async () => {
		await turn('open');
		const challenge = { kind: 'challenge', id: 'horodateur', hash } as const;
		const other = await storeTestLesson(database, { subject: challenge });
		const paper = { option: 'paper', position: '' };
		for (const by of [other.students[0]?.account ?? '', lesson.teacher, 'nobody']) {
			expect(await say(0, paper, { by }), by).toBe('absent');
		}
		expect((await read()).chosen).toEqual({ before: 0, after: 0 });
		const few = await storeTestLesson(database, { subject: challenge, alone: true });
		await changeDebatePhase(database, few.assignment, 'open', NOW);
		const absentAccount = few.students[1]?.account ?? '';
		expect(
			await storeDebateChoice(database, few.assignment, { by: absentAccount, moment: 'before', decision: paper }, NOW)
		).toBe('absent');
	});

	test('five positions or none; one that is taken back or written anew is not shown', async () => {
		await turn('open');
		for (const which of [0, 1, 2, 3, 4, 5]) await position(which);
		await say(6, { option: 'kept', position: '' });
		expect((await read()).positions, 'while the class chooses').toEqual([]);
		await turn('close');
		const { positions, given } = await read();
		expect(given).toBe(6);
		expect(positions).toHaveLength(6);
		const places = positions.map(({ place }) => place);
		// Positions come in a random order that stays the same, not in the order of writing or of students.
		expect(places).toEqual([...places].sort());
		expect(JSON.stringify(positions)).not.toMatch(new RegExp(lesson.students.map(({ member }) => member).join('|')));
		const show = (chosen: string[]) => showPositions(database, lesson.assignment, chosen);
		for (const few of [places.slice(0, 4), [...places.slice(0, 4), 'nowhere'], ['nowhere']]) {
			expect(await show(few)).toBe('too-few');
			expect((await read()).shown).toEqual([]);
		}
		expect(await show(Array.from({ length: 5 }, () => places[0] ?? '')), 'one, five times').toBe('too-few');
		expect(await show(places.slice(0, 5))).toBe('shown');
		expect((await read()).shown.map(({ text }) => text)).toEqual(positions.slice(0, 5).map(({ text }) => text));
		expect(await show(places)).toBe('shown');
		expect((await read()).shown).toHaveLength(6);

		await turn('reopen');
		await position(0, 'Autre chose');
		await turn('close');
		expect((await read()).shown, 'five are left').toHaveLength(5);
		await removePerson(database, student(1).account, NOW);
		expect((await read()).shown, 'four are left').toEqual([]);
		expect(await show([])).toBe('hidden');
		expect((await read()).positions.filter(({ shown }) => shown)).toEqual([]);
	});

	test('words are taken back whenever their author wants, and the choice stays', async () => {
		await turn('open');
		for (const which of [0, 1, 2, 3, 4]) await position(which);
		await turn('close');
		await showPositions(
			database,
			lesson.assignment,
			(await read()).positions.map(({ place }) => place)
		);
		const { shown, before } = await read();
		expect(shown).toHaveLength(5);
		expect(await say(0, { option: 'kept', position: '' }), 'another choice').toBe('late');
		expect(await say(0, { option: 'paper', position: 'Other words' })).toBe('late');
		expect(await say(6, { option: 'paper', position: '' }), 'who gave none').toBe('late');
		expect(await say(0, { option: 'paper', position: '' })).toBe('kept');
		expect(await read()).toMatchObject({ shown: [], given: 4, before });
		await turn('end');
		expect(await say(1, { option: 'paper', position: '' })).toBe('kept');
		expect((await read()).given).toBe(3);
	});

	test('markup in a position is the text that it is', async () => {
		await turn('open');
		const text = '<img src=x onerror=alert(1)> {"a":1} =HYPERLINK("http://x") \u202Eabc';
		await position(0, text);
		await turn('close');
		expect((await read()).positions[0]?.text).toBe(text);
	});
});
