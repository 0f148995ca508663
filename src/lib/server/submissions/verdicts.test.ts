/** Tests that verdicts on programs with any output can be stored, on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FunctionCallResult, Verdict } from '#sandbox/report.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { handIn } from './hand-in.ts';
import {
	beginTestWork,
	createTestVerdict,
	prepareTestLesson,
	createTestHandIn,
	type PreparedTestLesson
} from './testing.ts';
import { listVerdictsOfSubmission, storeVerdict } from './verdicts.ts';

const HALF_SURROGATE_PAIR = '🙂'.slice(0, 1);

const createVerdictWithText = (text: string): Verdict =>
	createTestVerdict([
		{
			path: ['build', text],
			status: 'fail',
			problem: { kind: 'assertion', matcher: 'toBe', message: text, received: text },
			console: [{ level: 'log', values: [{ kind: 'string', text }], times: 1 }],
			duration: 1
		}
	]);

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let submissionId: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		const work = await beginTestWork(database, lesson, [lesson.lou], { 'main.ts': '' });
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		await handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async () => undefined);
		submissionId = sentHandIn.id;
	});

	async function storeAndReadVerdict(verdict: Verdict, returnedValue: FunctionCallResult | null = null) {
		const challengeHash = lesson.challengeHash ?? '';
		await storeVerdict(database, { submissionId, challengeHash, engine: 'test@1', verdict, returnedValue });
		const [storedVerdict] = await listVerdictsOfSubmission(database, submissionId);
		return storedVerdict;
	}

	test.each([
		['the first half of a surrogate pair', HALF_SURROGATE_PAIR],
		['the second half of a surrogate pair', '🙂'.slice(1)],
		['a zero byte', '\0']
	])('%s that a program returned is stored as a replacement character', async (_, part) => {
		const storedVerdict = await storeAndReadVerdict(createVerdictWithText(`a${part}b🙂`), {
			kind: 'value',
			text: `'${part}'`
		});
		const [result] = storedVerdict?.verdict.report.results ?? [];
		expect(result?.path).toEqual(['build', 'a\ufffdb🙂']);
		expect(result?.problem).toMatchObject({ message: 'a\ufffdb🙂', received: 'a\ufffdb🙂' });
		expect(storedVerdict?.returnedValue).toEqual({ kind: 'value', text: "'\ufffd'" });
	});

	test('half a surrogate pair in a key of the verdict is replaced too', async () => {
		const verdict = { ...createVerdictWithText('a'), extra: { [`k${HALF_SURROGATE_PAIR}`]: 1 } };
		expect((await storeAndReadVerdict(verdict))?.verdict).toMatchObject({ extra: { 'k\ufffd': 1 } });
	});

	test('console lines, which no screen shows, are not stored', async () => {
		const storedVerdict = await storeAndReadVerdict(createVerdictWithText('x'.repeat(10_000)));
		expect(storedVerdict?.verdict.report.results.map(({ console }) => console)).toEqual([[]]);
	});
});
