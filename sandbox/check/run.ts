/** Runs check files and reports their results. */
import { pathKey, REPORT_FORMAT, type CheckResult, type Report } from '../report.ts';
import type { RunChecks } from './check-run.ts';
import { append, create } from './intrinsics.ts';
import { problemOf } from './problem.ts';
import { performTest } from './perform.ts';
import { selectTests, withMembers, type Hook, type Suite, type Test } from './suite.ts';

export async function runChecks(run: RunChecks): Promise<Report> {
	const start = run.host.now();
	const report: Report = { format: REPORT_FORMAT, results: [], duration: 0 };
	const used: Counts = create(null);
	const skipped: Counts = create(null);
	const skip = run.skip ?? [];
	for (let index = 0; index < skip.length; index++) skipped[pathKey(skip[index] ?? [])] = 1;
	for (let index = 0; index < run.load.length; index++) {
		const loading = run.load[index];
		if (loading === undefined) continue;
		run.host.seed?.(run.seed);
		let root: Suite;
		try {
			root = selectTests(run.module.collect(loading.evaluate));
		} catch (error) {
			report.load ??= problemOf(error, run.host.place);
			continue;
		}
		const under = loading.under ?? [];
		const planned = prune(distinct(root, under, used), under, run, skipped);
		run.onPlan?.(pathsIn(planned, under));
		if (run.plansOnly) continue;
		await performSuite(planned, under, [], run, (result) => {
			append(report.results, result);
			run.onResult?.(result);
		});
	}
	report.duration = run.host.now() - start;
	return report;
}

/** Counts by path, without a prototype, so that no inherited name is found. */
type Counts = Record<string, number>;

/** Renames tests of the same path, so that the report can tell them apart. */
function distinct(suite: Suite, above: string[], used: Counts): Suite {
	return withMembers(suite, (member) => {
		const path = below(above, member.title);
		if (member.kind === 'suite') return distinct(member, path, used);
		let title = member.title;
		// The title "same (2)" may already exist.
		for (let times = 2; used[pathKey(below(above, title))] !== undefined; times++) title = `${member.title} (${times})`;
		used[pathKey(below(above, title))] = 1;
		return title === member.title ? member : { ...member, title };
	});
}

function prune(suite: Suite, above: string[], run: RunChecks, skipped: Counts): Suite {
	return withMembers(suite, (member) => {
		const path = below(above, member.title);
		if (member.kind === 'suite') {
			const child = prune(member, path, run, skipped);
			return child.members.length > 0 ? child : undefined;
		}
		return skipped[pathKey(path)] === undefined && (run.only?.(path) ?? true) ? member : undefined;
	});
}

function pathsIn(suite: Suite, above: string[], paths: string[][] = []): string[][] {
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index] as Suite | Test;
		const path = below(above, member.title);
		if (member.kind === 'suite') pathsIn(member, path, paths);
		else append(paths, path);
	}
	return paths;
}

async function performSuite(
	suite: Suite,
	above: string[],
	outer: Suite[],
	run: RunChecks,
	tell: (result: CheckResult) => void
): Promise<void> {
	if (suite.members.length === 0) return;
	const suites = below(outer, suite);
	const broken = await performHooks(suite.hooks.beforeAll);
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index];
		if (member === undefined) continue;
		const path = below(above, member.title);
		if (broken !== undefined) reportBroken(member, path, broken.error, run, tell);
		else if (member.kind === 'suite') await performSuite(member, path, suites, run, tell);
		else {
			const result = await performTest(member, path, suites, run);
			if (result !== undefined) tell(result);
		}
	}
	const after = await performHooks(reverse(suite.hooks.afterAll));
	if (after !== undefined) tell(brokenResult(below(above, 'afterAll'), after.error, run));
}

async function performHooks(hooks: Hook[]): Promise<{ error: unknown } | undefined> {
	for (let index = 0; index < hooks.length; index++) {
		try {
			await hooks[index]?.();
		} catch (error) {
			return { error };
		}
	}
	return undefined;
}

function reportBroken(
	member: Suite | Test,
	path: string[],
	error: unknown,
	run: RunChecks,
	tell: (result: CheckResult) => void
): void {
	if (member.kind === 'test') return tell(brokenResult(path, error, run));
	for (let index = 0; index < member.members.length; index++) {
		const child = member.members[index] as Suite | Test;
		reportBroken(child, below(path, child.title), error, run, tell);
	}
}

function brokenResult(path: string[], error: unknown, { host }: RunChecks): CheckResult {
	const problem = problemOf(error, host.place);
	return { path, status: 'error', problem, console: host.takeConsole?.() ?? [], duration: 0 };
}

function below<Item>(above: Item[], last: Item): Item[] {
	const all: Item[] = [];
	for (let index = 0; index < above.length; index++) append(all, above[index] as Item);
	append(all, last);
	return all;
}

function reverse<Item>(list: Item[]): Item[] {
	const all: Item[] = [];
	for (let index = list.length - 1; index >= 0; index--) append(all, list[index] as Item);
	return all;
}
