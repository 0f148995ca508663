import { appendTamperProof, functionToString, matchesRegExp, OriginalPromise } from './intrinsics.ts';

const DONE_PARAMETER_PATTERN = /^(async\s+)?(function\b[^(]*)?\(?[^)]*\bdone\s*(\)|=>)/;

export function takesDoneCallback(body: unknown, givenCount = 0): boolean {
	return (
		typeof body === 'function' &&
		body.length === givenCount + 1 &&
		matchesRegExp(DONE_PARAMETER_PATTERN, functionToString(body))
	);
}

export function runUntilDone(body: (done: never) => unknown): Promise<unknown> {
	return new OriginalPromise((resolve, reject) => {
		const done = (error?: unknown): void =>
			error === undefined || error === null ? resolve(undefined) : reject(error);
		done.fail = reject;
		void forwardOutcome(
			async () => (body as (done: unknown) => unknown)(done),
			() => undefined,
			reject
		);
	});
}

export async function forwardOutcome<Value>(
	action: () => Promise<Value>,
	resolve: (value: Value) => void,
	reject: (error: unknown) => void
): Promise<void> {
	try {
		resolve(await action());
	} catch (error) {
		reject(error);
	}
}

export interface TestContext {
	expect: unknown;
	task: { name: string };
	skip(): never;
	onTestFinished(callback: () => unknown): void;
	onTestFailed(callback: () => unknown): void;
}

export type Hook = () => unknown;
export type TestBody = (context: TestContext) => unknown;

/** When any check is marked `only`, checks in mode `run` are left out. */
export type TestRunMode = 'run' | 'only' | 'skip';

export interface Test {
	kind: 'test';
	title: string;
	mode: TestRunMode;
	/** True when the check passes if its body fails, and fails if its body passes. */
	isInverted: boolean;
	takesDone: boolean;
	timeLimit: number | undefined;
	body: TestBody;
}

export interface Hooks {
	beforeAll: Hook[];
	afterAll: Hook[];
	beforeEach: Hook[];
	afterEach: Hook[];
}

export interface Suite {
	kind: 'suite';
	title: string;
	mode: TestRunMode;
	members: (Suite | Test)[];
	hooks: Hooks;
}

export function createEmptySuite(title: string, mode: TestRunMode): Suite {
	return {
		kind: 'suite',
		title,
		mode,
		members: [],
		hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }
	};
}

export function removeUnselectedTests(suite: Suite): Suite {
	return containsDotOnlyMark(suite) ? keepDotOnlyMembers(suite) : removeSkippedMembers(suite);
}

function containsDotOnlyMark(member: Suite | Test): boolean {
	if (member.mode !== 'run') return member.mode === 'only';
	if (member.kind === 'test') return false;
	for (let index = 0; index < member.members.length; index++) {
		if (containsDotOnlyMark(member.members[index] as Suite | Test)) return true;
	}
	return false;
}

function removeSkippedMembers(suite: Suite): Suite {
	return mapSuiteMembers(suite, (member) => {
		if (member.mode === 'skip') return undefined;
		return member.kind === 'suite' ? removeSkippedMembers(member) : member;
	});
}

function keepDotOnlyMembers(suite: Suite): Suite {
	return mapSuiteMembers(suite, (member) => {
		if (member.mode === 'skip' || !containsDotOnlyMark(member)) return undefined;
		if (member.kind === 'test') return member;
		// A suite marked `only` runs whole, unless a member of it is marked `only` too.
		return containsDotOnlyMark({ ...member, mode: 'run' }) ? keepDotOnlyMembers(member) : removeSkippedMembers(member);
	});
}

export function mapSuiteMembers(suite: Suite, change: (member: Suite | Test) => Suite | Test | undefined): Suite {
	const members: (Suite | Test)[] = [];
	for (let index = 0; index < suite.members.length; index++) {
		const member = change(suite.members[index] as Suite | Test);
		if (member !== undefined) appendTamperProof(members, member);
	}
	return { ...suite, members };
}
