import { describe, expect, test } from 'vitest';
import type { CheckResult, Report } from '../report.ts';
import { createCheckModule, createConsoleCapture, runChecks, type CheckHost, type CheckRunOptions } from './index.ts';

/** The functions of our `vitest` module that these tests use. */
interface VitestApi {
	test: TitledFunction & {
		each: EachFunction;
		only: TitledFunction;
		skip: TitledFunction;
		todo(title: string): void;
		fails: TitledFunction;
	};
	describe: TitledFunction & { each: EachFunction; only: TitledFunction; skip: TitledFunction };
	beforeAll(hook: () => unknown): void;
	afterAll(hook: () => unknown): void;
	beforeEach(hook: () => unknown): void;
	afterEach(hook: () => unknown): void;
	expect: ((value: unknown) => MatchingChain) & {
		soft(value: unknown): MatchingChain;
		assertions(count: number): void;
		hasAssertions(): void;
		fail(message?: string): never;
		extend(matchers: Record<string, unknown>): void;
	};
}
type TitledFunction = (title: string, body?: unknown, options?: unknown) => void;
type EachFunction = (first: unknown, ...values: unknown[]) => TitledFunction;
interface MatchingChain {
	toBe(expected: unknown): void;
	toEqual(expected: unknown): void;
	toBeEven?(): void;
	resolves: { toBe(expected: unknown): Promise<void> };
}

/** Creates a host whose clock and timers move only when `advance` is called. */
function createFakeHost(): CheckHost & { advance(milliseconds: number): void } {
	let now = 0;
	const timers = new Map<number, { at: number; callback: () => void }>();
	return {
		now: () => now,
		setTimer(callback, milliseconds) {
			timers.set(timers.size, { at: now + milliseconds, callback });
			return timers.size - 1;
		},
		clearTimer: (timer) => void timers.delete(timer as number),
		advance(milliseconds) {
			now += milliseconds;
			for (const [id, timer] of timers) {
				if (timer.at > now) continue;
				timers.delete(id);
				timer.callback();
			}
		}
	};
}

function runWrittenChecks(
	writeChecks: (api: VitestApi) => void,
	options: Partial<CheckRunOptions> = {}
): Promise<Report> {
	const module = createCheckModule();
	const api = module.exports as unknown as VitestApi;
	const checkFiles = [{ file: 'checks/a.ts', evaluate: () => writeChecks(api) }];
	return runChecks({ module, checkFiles, host: createFakeHost(), timeLimit: 1000, seed: 1, ...options });
}

function listCheckOutcomes({ results }: Report): string[] {
	return results.map(({ path, status }) => `${path.join(' > ')}: ${status}`);
}

test('a check passes, fails on a wrong assertion, and is an error if it throws', async () => {
	const report = await runWrittenChecks(({ test, expect }) => {
		test('right', () => expect(1).toBe(1));
		test('wrong', () => expect({ a: 'x' }).toEqual({ a: 'y' }));
		test('broken', () => {
			throw new RangeError('no such zone');
		});
		test('thrown text', () => {
			throw 'text';
		});
	});
	expect(report.results.map(({ status, problem }) => ({ status, problem }))).toEqual([
		{ status: 'pass', problem: undefined },
		{
			status: 'fail',
			problem: {
				kind: 'assertion',
				matcher: 'toEqual',
				message: 'expected { a: "x" } to equal { a: "y" }',
				expected: '{ a: "y" }',
				received: '{ a: "x" }'
			}
		},
		{ status: 'error', problem: { kind: 'thrown', name: 'RangeError', message: 'no such zone' } },
		{ status: 'error', problem: { kind: 'thrown', name: 'thrown', message: '"text"' } }
	]);
});

test('an error that imitates a failed assertion is reported as an error, not as a failure', async () => {
	const report = await runWrittenChecks(({ test }) => {
		test('forged', () => {
			throw Object.assign(new Error('x'), { name: 'AssertionError', matcher: 'toBe', expected: 1 });
		});
	});
	expect(listCheckOutcomes(report)).toEqual(['forged: error']);
});

test('hooks run around each check, and outer hooks around inner ones', async () => {
	const calls: string[] = [];
	const createRecorder = (text: string) => () => void calls.push(text);
	await runWrittenChecks(({ test, describe, beforeAll, afterAll, beforeEach, afterEach }) => {
		beforeAll(createRecorder('all'));
		beforeEach(createRecorder('each'));
		afterEach(createRecorder('after each'));
		afterAll(createRecorder('after all'));
		describe('inner', () => {
			beforeEach(() => {
				calls.push('inner each');
				return createRecorder('cleaned');
			});
			afterEach(createRecorder('inner after'));
			test('a', createRecorder('a'));
		});
		test('b', createRecorder('b'));
	});
	expect(calls).toEqual([
		...['all', 'each', 'inner each', 'a', 'cleaned', 'inner after', 'after each'],
		...['each', 'b', 'after each', 'after all']
	]);
});

test('a throwing beforeAll makes each check of its group an error; a throwing afterAll is reported apart', async () => {
	const report = await runWrittenChecks(({ test, describe, beforeAll, afterAll }) => {
		describe('broken', () => {
			beforeAll(() => {
				throw new Error('no data');
			});
			test('a', () => undefined);
			describe('deeper', () => test('b', () => undefined));
		});
		describe('late', () => {
			afterAll(() => {
				throw new Error('not closed');
			});
			test('c', () => undefined);
		});
	});
	expect(listCheckOutcomes(report)).toEqual([
		...['broken > a: error', 'broken > deeper > b: error', 'late > c: pass', 'late > afterAll: error']
	]);
});

test('only, skip and todo choose the checks that run, and fails reverses the outcome', async () => {
	const report = await runWrittenChecks(({ test, describe }) => {
		test('not', () => undefined);
		test.only('marked', () => undefined);
		describe.only('suite', () => {
			test('whole', () => undefined);
			test.skip('skipped', () => undefined);
			test.todo('later');
		});
		describe('other', () => {
			test('not', () => undefined);
			test.only('deep', () => undefined);
		});
		test.only('option', { fails: true }, () => {
			throw new Error('as expected');
		});
	});
	expect(listCheckOutcomes(report)).toEqual([
		'marked: pass',
		'suite > whole: pass',
		'other > deep: pass',
		'option: pass'
	]);
	const unexpectedReport = await runWrittenChecks(({ test }) => test.fails('passes', () => undefined));
	expect(listCheckOutcomes(unexpectedReport)).toEqual(['passes: fail']);
});

test('test.each and describe.each run a check for each row of a list or tagged template', async () => {
	const receivedValues: unknown[] = [];
	const report = await runWrittenChecks(({ test, describe }) => {
		test.each([
			[1, 'a'],
			[2, 'b']
		])('%i is %s (%#)', (...values: unknown[]) => void receivedValues.push(values));
		test.each([{ zone: { name: 'rouge' }, price: 2 }])(
			'$zone.name costs $price',
			(row: unknown) => void receivedValues.push(row)
		);
		test.each`
			minutes | price
			${30}   | ${60}
			${60}   | ${120}
		`('$minutes min: $price', ({ price }: { price: number }) => void receivedValues.push(price));
		describe.each([7])('group %d', (value: unknown) => {
			test('inner', () => void receivedValues.push(value));
		});
	});
	expect(listCheckOutcomes(report)).toEqual([
		...['1 is a (0): pass', '2 is b (1): pass', 'rouge costs 2: pass'],
		...['30 min: 60: pass', '60 min: 120: pass', 'group 7 > inner: pass']
	]);
	expect(receivedValues).toEqual([[1, 'a'], [2, 'b'], { zone: { name: 'rouge' }, price: 2 }, 60, 120, 7]);
});

test('a check that waits for ever is ended at its limit, and the next one runs', async () => {
	const host = createFakeHost();
	const startedTests: string[] = [];
	const report = await runWrittenChecks(
		({ test }) => {
			test('waits', () => new Promise(() => undefined), 50);
			test('next', () => undefined);
		},
		{
			host,
			onStart: (path, limit) => {
				startedTests.push(`${path.join()} ${limit}`);
				if (path[0] === 'waits') queueMicrotask(() => queueMicrotask(() => host.advance(50)));
			}
		}
	);
	expect(report.results.map(({ status, problem }) => ({ status, problem }))).toEqual([
		{ status: 'error', problem: { kind: 'time', limit: 50 } },
		{ status: 'pass', problem: undefined }
	]);
	expect(startedTests).toEqual(['waits 50', 'next 1000']);
});

test('a synchronous check that uses up its time limit reports a time error', async () => {
	const host = createFakeHost();
	const report = await runWrittenChecks(({ test }) => test('slow', () => host.advance(1000)), { host });
	expect(report.results[0]?.problem).toEqual({ kind: 'time', limit: 1000 });
});

test('checks that are already reported or not selected do not run, nor do their hooks', async () => {
	const calls: string[] = [];
	const streamedResults: CheckResult[] = [];
	const report = await runWrittenChecks(
		({ test, describe, beforeAll }) => {
			describe('done', () => {
				beforeAll(() => void calls.push('hook'));
				test('a', () => void calls.push('a'));
			});
			test('b', () => void calls.push('b'));
			test('c', () => void calls.push('c'));
		},
		{
			skippedPaths: [['done', 'a']],
			isSelected: (path) => path[0] !== 'c',
			onResult: (result) => streamedResults.push(result)
		}
	);
	expect(calls).toEqual(['b']);
	expect(streamedResults).toEqual(report.results);
});

test('checks of the same name get distinct numbered titles', async () => {
	const report = await runWrittenChecks(({ test }) => {
		test('same', () => undefined);
		test('same', () => undefined);
	});
	expect(listCheckOutcomes(report)).toEqual(['same: pass', 'same (2): pass']);
	const numberedReport = await runWrittenChecks(({ test }) => {
		for (const title of ['same', 'same (2)', 'same', 'same (2)']) test(title, () => undefined);
	});
	const titles = ['same', 'same (2)', 'same (3)', 'same (2) (2)'];
	expect(listCheckOutcomes(numberedReport)).toEqual(titles.map((title) => `${title}: pass`));
});

test('a check file that throws while it loads is reported, and the other files run', async () => {
	const module = createCheckModule();
	const api = module.exports as unknown as VitestApi;
	const checkFiles = [
		{
			file: 'checks/a.ts',
			evaluate() {
				throw new TypeError('(0 , import_main.cost) is not a function');
			}
		},
		{ file: 'checks/b.ts', evaluate: () => api.test('b', () => undefined) }
	];
	const place = { file: 'main.ts', line: 3, column: 1 };
	const host = { ...createFakeHost(), placeOf: () => place };
	const report = await runChecks({ module, checkFiles, host, timeLimit: 100, seed: 1 });
	expect(report.load).toEqual({ kind: 'thrown', name: 'TypeError', message: 'cost is not a function', place });
	expect(listCheckOutcomes(report)).toEqual(['b: pass']);
});

test('each check starts from the same random seed and has its own console lines', async () => {
	const capturedConsole = createConsoleCapture();
	const seeds: number[] = [];
	const host = {
		...createFakeHost(),
		seedRandom: (seed: number) => void seeds.push(seed),
		takeConsoleEntries: () => capturedConsole.takeBatch().entries
	};
	const report = await runWrittenChecks(
		({ test }) => {
			test('a', () => capturedConsole.console['log']?.('from a'));
			test('b', () => capturedConsole.console['warn']?.('from b'));
		},
		{ host, seed: 42 }
	);
	expect(seeds).toEqual([42, 42, 42]);
	expect(report.results.map(({ console }) => console.map(({ level, values }) => [level, values[0]?.text]))).toEqual([
		[['log', 'from a']],
		[['warn', 'from b']]
	]);
});

describe('counting assertions', () => {
	test('too few assertions and soft, unawaited or explicit failures fail a check; soft failures do not stop it', async () => {
		let hasContinued = false;
		const report = await runWrittenChecks(({ test, expect }) => {
			test('none', () => expect.hasAssertions());
			test('two', () => {
				expect.assertions(2);
				expect(1).toBe(1);
			});
			test('soft', () => {
				expect.soft(1).toBe(2);
				hasContinued = true;
			});
			test('unawaited', () => void expect(Promise.resolve(1)).resolves.toBe(2));
			test('given up', () => expect.fail('no'));
		});
		expect(listCheckOutcomes(report)).toEqual([
			'none: fail',
			'two: fail',
			'soft: fail',
			'unawaited: fail',
			'given up: fail'
		]);
		expect(hasContinued).toBe(true);
	});
});

test('expect.extend adds a matcher', async () => {
	const report = await runWrittenChecks(({ test, expect }) => {
		expect.extend({
			toBeEven: (value: number) => ({ pass: value % 2 === 0, message: () => `${value} is odd` })
		});
		test('even', () => expect(2).toBeEven?.());
		test('odd', () => expect(3).toBeEven?.());
	});
	expect(listCheckOutcomes(report)).toEqual(['even: pass', 'odd: fail']);
	expect(report.results[1]?.problem).toMatchObject({ message: '3 is odd' });
});

test('Jest’s xtest and xdescribe skip checks, and a check can wait for its done callback', async () => {
	const host = createFakeHost();
	const report = await runWrittenChecks(
		(api) => {
			const { test, expect, xtest, xdescribe } = api as VitestApi & {
				xtest: TitledFunction;
				xdescribe: TitledFunction;
			};
			xtest('not', () => expect(1).toBe(2));
			xdescribe('none', () => test('of these', () => expect(1).toBe(2)));
			test('told', (done: () => void) => void Promise.resolve().then(done));
			test('told of an error', (done: (error: unknown) => void) =>
				void Promise.resolve().then(() => done(new RangeError('no'))));
			test('breaks before', (done: unknown) => expect(typeof done).toBe('text'));
			test('has a context', ({ expect: own }: VitestApi) => own(1).toBe(1));
		},
		{ host }
	);
	expect(listCheckOutcomes(report)).toEqual([
		...['told: pass', 'told of an error: error', 'breaks before: fail', 'has a context: pass']
	]);
});

test('a matcher added by expect.extend can use this.equals and this.utils', async () => {
	const report = await runWrittenChecks(({ test, expect }) => {
		expect.extend({
			toHold(
				this: { equals(a: unknown, b: unknown): boolean; utils: { printExpected(value: unknown): string } },
				one: unknown,
				other: unknown
			) {
				return { pass: this.equals(one, other), message: () => this.utils.printExpected(other) };
			}
		});
		const expectWithToHold = (value: unknown) => expect(value) as unknown as { toHold(other: unknown): void };
		test('same', () => expectWithToHold([1]).toHold([1]));
		test('other', () => expectWithToHold([1]).toHold([2]));
	});
	expect(report.results.map(({ problem }) => problem?.kind === 'assertion' && problem.message)).toEqual([false, '[2]']);
});
