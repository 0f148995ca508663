/** Runs check files and reports their results. */
import { checkPathKey, REPORT_FORMAT, type CheckResult, type Report } from '../report.ts';
import type { CheckRunOptions } from './check-run.ts';
import { appendItem, create } from './intrinsics.ts';
import { problemOfError } from './problem.ts';
import { performTest } from './perform.ts';
import { removeUnselectedTests, mapSuiteMembers, type Hook, type Suite, type Test } from './suite.ts';

export async function runChecks(runOptions: CheckRunOptions): Promise<Report> {
	const startTime = runOptions.host.now();
	const report: Report = { format: REPORT_FORMAT, results: [], duration: 0 };
	const usedCountByPath: CountByPath = create(null);
	const skippedCountByPath: CountByPath = create(null);
	const pathsToSkip = runOptions.skippedPaths ?? [];
	for (let index = 0; index < pathsToSkip.length; index++)
		skippedCountByPath[checkPathKey(pathsToSkip[index] ?? [])] = 1;
	for (let index = 0; index < runOptions.checkFiles.length; index++) {
		const checkFile = runOptions.checkFiles[index];
		if (checkFile === undefined) continue;
		runOptions.host.seedRandom?.(runOptions.seed);
		let root: Suite;
		try {
			root = removeUnselectedTests(runOptions.module.collect(checkFile.evaluate));
		} catch (error) {
			report.load ??= problemOfError(error, runOptions.host.placeOf);
			continue;
		}
		const titlesAbove = checkFile.titlesAbove ?? [];
		const plannedSuite = withoutSkipped(
			makePathsDistinct(root, titlesAbove, usedCountByPath),
			titlesAbove,
			runOptions,
			skippedCountByPath
		);
		runOptions.onPlan?.(pathsIn(plannedSuite, titlesAbove));
		if (runOptions.isPlanOnly) continue;
		await performSuite(plannedSuite, titlesAbove, [], runOptions, (result) => {
			appendItem(report.results, result);
			runOptions.onResult?.(result);
		});
	}
	report.duration = runOptions.host.now() - startTime;
	return report;
}

/**
 * Number of tests by path. Objects of this type have no prototype, so that a title like `toString` finds no inherited property.
 */
type CountByPath = Record<string, number>;

/** Renames tests that have the same path, so that the report can tell them apart. */
function makePathsDistinct(suite: Suite, titlesAbove: string[], usedCountByPath: CountByPath): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = withItem(titlesAbove, member.title);
		if (member.kind === 'suite') return makePathsDistinct(member, path, usedCountByPath);
		let title = member.title;
		// Counts on, because a test with a title like "same (2)" may already exist.
		for (let repetition = 2; usedCountByPath[checkPathKey(withItem(titlesAbove, title))] !== undefined; repetition++)
			title = `${member.title} (${repetition})`;
		usedCountByPath[checkPathKey(withItem(titlesAbove, title))] = 1;
		return title === member.title ? member : { ...member, title };
	});
}

function withoutSkipped(
	suite: Suite,
	titlesAbove: string[],
	runOptions: CheckRunOptions,
	skippedCountByPath: CountByPath
): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = withItem(titlesAbove, member.title);
		if (member.kind === 'suite') {
			const child = withoutSkipped(member, path, runOptions, skippedCountByPath);
			return child.members.length > 0 ? child : undefined;
		}
		return skippedCountByPath[checkPathKey(path)] === undefined && (runOptions.isSelected?.(path) ?? true)
			? member
			: undefined;
	});
}

function pathsIn(suite: Suite, titlesAbove: string[], paths: string[][] = []): string[][] {
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index] as Suite | Test;
		const path = withItem(titlesAbove, member.title);
		if (member.kind === 'suite') pathsIn(member, path, paths);
		else appendItem(paths, path);
	}
	return paths;
}

async function performSuite(
	suite: Suite,
	titlesAbove: string[],
	outerSuites: Suite[],
	runOptions: CheckRunOptions,
	reportResult: (result: CheckResult) => void
): Promise<void> {
	if (suite.members.length === 0) return;
	const suites = withItem(outerSuites, suite);
	const beforeAllFailure = await performHooks(suite.hooks.beforeAll);
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index];
		if (member === undefined) continue;
		const path = withItem(titlesAbove, member.title);
		if (beforeAllFailure !== undefined)
			reportBrokenMember(member, path, beforeAllFailure.error, runOptions, reportResult);
		else if (member.kind === 'suite') await performSuite(member, path, suites, runOptions, reportResult);
		else {
			const result = await performTest(member, path, suites, runOptions);
			if (result !== undefined) reportResult(result);
		}
	}
	const afterAllFailure = await performHooks(reversed(suite.hooks.afterAll));
	if (afterAllFailure !== undefined)
		reportResult(createBrokenResult(withItem(titlesAbove, 'afterAll'), afterAllFailure.error, runOptions));
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

function reportBrokenMember(
	member: Suite | Test,
	path: string[],
	error: unknown,
	runOptions: CheckRunOptions,
	reportResult: (result: CheckResult) => void
): void {
	if (member.kind === 'test') return reportResult(createBrokenResult(path, error, runOptions));
	for (let index = 0; index < member.members.length; index++) {
		const child = member.members[index] as Suite | Test;
		reportBrokenMember(child, withItem(path, child.title), error, runOptions, reportResult);
	}
}

function createBrokenResult(path: string[], error: unknown, { host }: CheckRunOptions): CheckResult {
	const problem = problemOfError(error, host.placeOf);
	return { path, status: 'error', problem, console: host.takeConsole?.() ?? [], duration: 0 };
}

function withItem<Item>(list: Item[], item: Item): Item[] {
	const extendedList: Item[] = [];
	for (let index = 0; index < list.length; index++) appendItem(extendedList, list[index] as Item);
	appendItem(extendedList, item);
	return extendedList;
}

function reversed<Item>(list: Item[]): Item[] {
	const reversedList: Item[] = [];
	for (let index = list.length - 1; index >= 0; index--) appendItem(reversedList, list[index] as Item);
	return reversedList;
}
