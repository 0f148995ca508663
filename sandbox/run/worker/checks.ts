/** Runs check files and says of each check when it begins and how it ended. */
import { pathKey, type CheckPlan, type RawResult } from '../../protocol.ts';
import { send } from './outgoing.ts';
import { problemOf } from './problem.ts';
import type { Loaded } from './program.ts';

interface Planned {
	path: string[];
	body: () => unknown;
}

const planned: Planned[] = [];
const titles: string[] = [];

export const standIn = {
	describe(title: string, body: () => void) {
		titles.push(title);
		body();
		titles.pop();
	},
	test(title: string, body: () => unknown) {
		planned.push({ path: [...titles, title], body });
	},
	expect: (received: unknown) => ({
		toBe(expected: unknown) {
			if (!Object.is(received, expected)) throw new Error(`expected ${String(expected)}, received ${String(received)}`);
		}
	})
};

export async function runChecks(load: () => Loaded, plan: CheckPlan, skip: ReadonlySet<string>): Promise<void> {
	try {
		const { checks } = load();
		for (const file of plan.files) checks[file]?.();
	} catch (thrown) {
		return send({ type: 'finished', results: [], load: problemOf(thrown) });
	}
	const due = planned.filter(({ path }) => !skip.has(pathKey(path)));
	send({ type: 'planned', paths: planned.map(({ path }) => path) });
	let results: RawResult[] = [];
	for (const { path, body } of due) {
		send({ type: 'begun', results, path });
		try {
			await body();
			results = [{ path, status: 'pass', console: [], duration: 0 }];
		} catch (thrown) {
			results = [{ path, status: 'fail', problem: problemOf(thrown), console: [], duration: 0 }];
		}
	}
	send({ type: 'finished', results });
}
