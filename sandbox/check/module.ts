import { createCollector, type Collector } from './collect.ts';
import { createExpect, type Expect } from './expect.ts';
import { emptyTally, type Tally } from './tally.ts';
import { FakeTimers, type TimeRealm } from './fake-timers.ts';
import { createVi } from './vi.ts';

/** What a check's `import … from 'vitest'` gives, and what a runner needs of it. */
export interface CheckModule {
	/** Give this out of the bundle's `require('vitest')`. */
	exports: Readonly<Record<string, unknown>>;
	collect: Collector['collect'];
	expect: Expect;
	/** Counts the assertions of one check; the one before is over. */
	begin(): Tally;
	/** That of the check which is on. */
	current(): Tally;
}

/** Without a `realm` no check can move time. */
export function createCheckModule(realm?: TimeRealm): CheckModule {
	let tally = emptyTally();
	const expect = createExpect(() => tally);
	const collector = createCollector();
	const timers = new FakeTimers(realm);
	const vi = createVi(timers);
	return {
		exports: Object.freeze({ __esModule: true, ...collector.api, expect, vi, vitest: vi, jest: vi }),
		collect(evaluate) {
			// Time is everyone's: what one check file did to it is over with that file.
			timers.useReal();
			return collector.collect(evaluate);
		},
		expect,
		begin: () => (tally = emptyTally()),
		current: () => tally
	};
}

/** As Jest does: many check files import nothing. */
export function offerAsGlobals({ exports }: CheckModule, realm: object): void {
	for (const [name, value] of Object.entries(exports)) {
		if (name !== '__esModule') Object.defineProperty(realm, name, { value, writable: true, configurable: true });
	}
}
