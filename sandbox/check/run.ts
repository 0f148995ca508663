import { checkPathKey, REPORT_FORMAT, type CheckResult, type Report } from '../report.ts';
import type { CheckRunOptions } from './perform.ts';
import { appendTamperProof, create } from './intrinsics.ts';
import { problemOfError } from './problem.ts';
import { performTest } from './perform.ts';
import { removeUnselectedTests, mapSuiteMembers, type Hook, type Suite, type Test } from './suite.ts';

export async function runChecks(runOptions: CheckRunOptions): Promise<Report> {
	const startTime = runOptions.host.now();
	const report: Report = { format: REPORT_FORMAT, results: [], duration: 0 };
	const usedCountByPath: TestCountByTitlePath = create(null);
	const skippedCountByPath: TestCountByTitlePath = create(null);
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
		const plannedSuite = removeSkippedTests(
			makePathsDistinct(root, titlesAbove, usedCountByPath),
			titlesAbove,
			runOptions,
			skippedCountByPath
		);
		runOptions.onPlan?.(testPathsIn(plannedSuite, titlesAbove));
		if (runOptions.isPlanOnly) continue;
		await performSuite(plannedSuite, titlesAbove, [], runOptions, (result) => {
			appendTamperProof(report.results, result);
			runOptions.onResult?.(result);
		});
	}
	report.duration = runOptions.host.now() - startTime;
	return report;
}

/** Without a prototype, so that a title like `toString` finds no inherited property. */
type TestCountByTitlePath = Record<string, number>;

function makePathsDistinct(suite: Suite, titlesAbove: string[], usedCountByPath: TestCountByTitlePath): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = copyWithItem(titlesAbove, member.title);
		if (member.kind === 'suite') return makePathsDistinct(member, path, usedCountByPath);
		let title = member.title;
		// Tries further numbers, because a test with a title like "same (2)" may already exist.
		for (
			let repetition = 2;
			usedCountByPath[checkPathKey(copyWithItem(titlesAbove, title))] !== undefined;
			repetition++
		)
			title = `${member.title} (${repetition})`;
		usedCountByPath[checkPathKey(copyWithItem(titlesAbove, title))] = 1;
		return title === member.title ? member : { ...member, title };
	});
}

function removeSkippedTests(
	suite: Suite,
	titlesAbove: string[],
	runOptions: CheckRunOptions,
	skippedCountByPath: TestCountByTitlePath
): Suite {
	return mapSuiteMembers(suite, (member) => {
		const path = copyWithItem(titlesAbove, member.title);
		if (member.kind === 'suite') {
			const child = removeSkippedTests(member, path, runOptions, skippedCountByPath);
			return child.members.length > 0 ? child : undefined;
		}
		return skippedCountByPath[checkPathKey(path)] === undefined && (runOptions.isSelected?.(path) ?? true)
			? member
			: undefined;
	});
}

function testPathsIn(suite: Suite, titlesAbove: string[], paths: string[][] = []): string[][] {
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index] as Suite | Test;
		const path = copyWithItem(titlesAbove, member.title);
		if (member.kind === 'suite') testPathsIn(member, path, paths);
		else appendTamperProof(paths, path);
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
	const suites = copyWithItem(outerSuites, suite);
	const beforeAllFailure = await performHooks(suite.hooks.beforeAll);
	for (let index = 0; index < suite.members.length; index++) {
		const member = suite.members[index];
		if (member === undefined) continue;
		const path = copyWithItem(titlesAbove, member.title);
		if (beforeAllFailure !== undefined)
			reportMemberError(member, path, beforeAllFailure.error, runOptions, reportResult);
		else if (member.kind === 'suite') await performSuite(member, path, suites, runOptions, reportResult);
		else {
			const result = await performTest(member, path, suites, runOptions);
			if (result !== undefined) reportResult(result);
		}
	}
	const afterAllFailure = await performHooks(copyInReverse(suite.hooks.afterAll));
	if (afterAllFailure !== undefined)
		reportResult(createErrorResult(copyWithItem(titlesAbove, 'afterAll'), afterAllFailure.error, runOptions));
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

function reportMemberError(
	member: Suite | Test,
	path: string[],
	error: unknown,
	runOptions: CheckRunOptions,
	reportResult: (result: CheckResult) => void
): void {
	if (member.kind === 'test') return reportResult(createErrorResult(path, error, runOptions));
	for (let index = 0; index < member.members.length; index++) {
		const child = member.members[index] as Suite | Test;
		reportMemberError(child, copyWithItem(path, child.title), error, runOptions, reportResult);
	}
}

function createErrorResult(path: string[], error: unknown, { host }: CheckRunOptions): CheckResult {
	const problem = problemOfError(error, host.placeOf);
	return { path, status: 'error', problem, console: host.takeConsoleEntries?.() ?? [], duration: 0 };
}

function copyWithItem<Item>(list: Item[], item: Item): Item[] {
	const extendedList: Item[] = [];
	for (let index = 0; index < list.length; index++) appendTamperProof(extendedList, list[index] as Item);
	appendTamperProof(extendedList, item);
	return extendedList;
}

function copyInReverse<Item>(list: Item[]): Item[] {
	const reversedList: Item[] = [];
	for (let index = list.length - 1; index >= 0; index--) appendTamperProof(reversedList, list[index] as Item);
	return reversedList;
}
