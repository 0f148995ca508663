import { createCollector, type Collector } from './collect.ts';
import { createExpect, type Expect } from './expect.ts';
import { emptyTally, type Tally } from './tally.ts';
import { createMock, forAllMocks, mockOf, spyOn } from './mock.ts';

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

export function createCheckModule(): CheckModule {
	let tally = emptyTally();
	const expect = createExpect(() => tally);
	const collector = createCollector();
	const vi = createVi();
	return {
		exports: Object.freeze({ __esModule: true, ...collector.api, expect, vi, vitest: vi, jest: vi }),
		collect: collector.collect,
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

function createVi(): Readonly<Record<string, unknown>> {
	const all = (action: 'clear' | 'reset' | 'restore') => () => {
		forAllMocks(action);
		return vi;
	};
	const vi: Readonly<Record<string, unknown>> = Object.freeze({
		fn: createMock,
		spyOn,
		isMockFunction: (value: unknown) => mockOf(value) !== undefined,
		mocked: (value: unknown) => value,
		clearAllMocks: all('clear'),
		resetAllMocks: all('reset'),
		restoreAllMocks: all('restore')
	});
	return vi;
}
