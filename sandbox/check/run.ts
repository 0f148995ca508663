/** Runs check files and reports their results. */
import { checkPathKey, REPORT_FORMAT, type CheckResult, type Report } from '../report.ts';
import type { CheckRunOptions } from './check-run.ts';
import { appendItem, create } from './intrinsics.ts';
import { problemOfError } from './problem.ts';
import { performTest } from './perform.ts';
import { removeUnselectedTests, mapSuiteMembers, type Hook, type Suite, type Test } from './suite.ts';

export async function runChecks(run: CheckRunOptions): Promise<Report> {
	const start = run.host.now();
	const report: Report = { format: REPORT_FORMAT, results: [], duration: 0 };
	const usedPaths: CountByPath = create(null);
	const skippedPaths: CountByPath = create(null);
	const skip = run.skippedPaths ?? [];
	for (let index = 0; index < skip.length; index++) skippedPaths[checkPathKey(skip[index] ?? [])] = 1;
	for (let index = 0; index < run.checkFiles.length; index++) {
		const loading = run.checkFiles[index];
		if (loading === undefined) continue;
		run.host.seedRandom?.(run.seed);
		let root: Suite;
		try {
			root = removeUnselectedTests(run.module.collect(loading.evaluate));
		} catch (error) {
			report.load ??= problemOfError(error, run.host.placeOf);
			continue;
		}
		const under = loading.titlesAbove ?? [];
		const planned = withoutSkipped(makePathsDistinct(root, under, usedPaths), under, run, skippedPaths);
		run.onPlan?.(pathsIn(planned, under));
		if (run.plansOnly) continue;
		await performSuite(planned, under, [], run, (result) => {
			appendItem(report.results, result);
			run.onResult?.(result);
		});
	}
	report.duration = run.host.now() - start;
	return report;
}

/** Number of tests by path. The objects have no prototype, so that a title like `toString` finds no inherited property. */
type CountByPath = Record<string, number>;

/** Renames tests that have the same path, so that the report can tell them apart. */
function makePathsDistinct(suite: Suite, above: string[], usedPaths: CountByPath): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = withItem(above, member.title);
		if (member.kind === 'suite') return makePathsDistinct(member, path, usedPaths);
		let title = member.title;
		// A test with the title "same (2)" may already exist.
		for (let times = 2; usedPaths[checkPathKey(withItem(above, title))] !== undefined; times++)
			title = `${member.title} (${times})`;
		usedPaths[checkPathKey(withItem(above, title))] = 1;
		return title === member.title ? member : { ...member, title };
	});
}

function withoutSkipped(suite: Suite, above: string[], run: CheckRunOptions, skippedPaths: CountByPath): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = withItem(above, member.title);
		if (member.kind === 'suite') {
			const child = withoutSkipped(member, path, run, skippedPaths);
			return child.members.length > 0 ? child : undefined;
		}
		return skippedPaths[checkPathKey(path)] === undefined && (run.only?.(path) ?? true) ? member : undefined;
	});
}

function pathsIn(suite: Suite, above: string[], paths: string[][] = []): string[][] {
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index] as Suite | Test;
		const path = withItem(above, member.title);
		if (member.kind === 'suite') pathsIn(member, path, paths);
		else appendItem(paths, path);
	}
	return paths;
}

async function performSuite(
	suite: Suite,
	above: string[],
	outer: Suite[],
	run: CheckRunOptions,
	tell: (result: CheckResult) => void
): Promise<void> {
	if (suite.members.length === 0) return;
	const suites = withItem(outer, suite);
	const broken = await performHooks(suite.hooks.beforeAll);
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index];
		if (member === undefined) continue;
		const path = withItem(above, member.title);
		if (broken !== undefined) reportBroken(member, path, broken.error, run, tell);
		else if (member.kind === 'suite') await performSuite(member, path, suites, run, tell);
		else {
			const result = await performTest(member, path, suites, run);
			if (result !== undefined) tell(result);
		}
	}
	const after = await performHooks(reversed(suite.hooks.afterAll));
	if (after !== undefined) tell(brokenResult(withItem(above, 'afterAll'), after.error, run));
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
	run: CheckRunOptions,
	tell: (result: CheckResult) => void
): void {
	if (member.kind === 'test') return tell(brokenResult(path, error, run));
	for (let index = 0; index < member.members.length; index++) {
		const child = member.members[index] as Suite | Test;
		reportBroken(child, withItem(path, child.title), error, run, tell);
	}
}

function brokenResult(path: string[], error: unknown, { host }: CheckRunOptions): CheckResult {
	const problem = problemOfError(error, host.placeOf);
	return { path, status: 'error', problem, console: host.takeConsole?.() ?? [], duration: 0 };
}

function withItem<Item>(above: Item[], last: Item): Item[] {
	const all: Item[] = [];
	for (let index = 0; index < above.length; index++) appendItem(all, above[index] as Item);
	appendItem(all, last);
	return all;
}

function reversed<Item>(list: Item[]): Item[] {
	const all: Item[] = [];
	for (let index = list.length - 1; index >= 0; index--) appendItem(all, list[index] as Item);
	return all;
}
