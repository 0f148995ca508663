/** The `vitest` module that checks import. */
import { createTestCollector, type TestCollector } from './collect.ts';
import { createExpect, type Expect } from './expect.ts';
import { createAssertionTally, type AssertionTally } from './tally.ts';
import { FakeTimers, type FakeTimersHost } from './fake-timers.ts';
import { createVi } from './vi.ts';

export interface CheckModule {
	exports: Readonly<Record<string, unknown>>;
	collect: TestCollector['collect'];
	expect: Expect;
	beginTally(): AssertionTally;
	currentTally(): AssertionTally;
}

/** Creates the module. Without a `timersHost`, no check can use fake timers. */
export function createCheckModule(timersHost?: FakeTimersHost): CheckModule {
	let tally = createAssertionTally();
	const expect = createExpect(() => tally);
	const collector = createTestCollector();
	const fakeTimers = new FakeTimers(timersHost);
	const vi = createVi(fakeTimers);
	return {
		exports: Object.freeze({ __esModule: true, ...collector.globalFunctions, expect, vi, vitest: vi, jest: vi }),
		collect(evaluate) {
			// All check files share the time, so changes that one file makes end with that file.
			fakeTimers.useReal();
			return collector.collect(evaluate);
		},
		expect,
		beginTally: () => (tally = createAssertionTally()),
		currentTally: () => tally
	};
}

/** Defines the exports as globals, as Jest does, because many check files import nothing. */
export function defineTestGlobals({ exports }: CheckModule, realm: object): void {
	for (const [name, value] of Object.entries(exports)) {
		if (name !== '__esModule') Object.defineProperty(realm, name, { value, writable: true, configurable: true });
	}
}
