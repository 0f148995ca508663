/** The suite that a check file describes, and the selection of what runs. */
import { appendItem } from './intrinsics.ts';

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
export type RunMode = 'run' | 'only' | 'skip';

export interface Test {
	kind: 'test';
	title: string;
	mode: RunMode;
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
	mode: RunMode;
	members: (Suite | Test)[];
	hooks: Hooks;
}

export function createEmptySuite(title: string, mode: RunMode): Suite {
	return {
		kind: 'suite',
		title,
		mode,
		members: [],
		hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }
	};
}

export function removeUnselectedTests(suite: Suite): Suite {
	return hasOnly(suite) ? keepOnlyMarked(suite) : removeSkipped(suite);
}

function hasOnly(member: Suite | Test): boolean {
	if (member.mode !== 'run') return member.mode === 'only';
	if (member.kind === 'test') return false;
	for (let index = 0; index < member.members.length; index++) {
		if (hasOnly(member.members[index] as Suite | Test)) return true;
	}
	return false;
}

function removeSkipped(suite: Suite): Suite {
	return mapSuiteMembers(suite, (member) => {
		if (member.mode === 'skip') return undefined;
		return member.kind === 'suite' ? removeSkipped(member) : member;
	});
}

function keepOnlyMarked(suite: Suite): Suite {
	return mapSuiteMembers(suite, (member) => {
		if (member.mode === 'skip' || !hasOnly(member)) return undefined;
		if (member.kind === 'test') return member;
		// A suite marked `only` runs whole, unless a member of it is marked `only` too.
		return hasOnly({ ...member, mode: 'run' }) ? keepOnlyMarked(member) : removeSkipped(member);
	});
}

export function mapSuiteMembers(suite: Suite, change: (member: Suite | Test) => Suite | Test | undefined): Suite {
	const members: (Suite | Test)[] = [];
	for (let index = 0; index < suite.members.length; index++) {
		const member = change(suite.members[index] as Suite | Test);
		if (member !== undefined) appendItem(members, member);
	}
	return { ...suite, members };
}
