import { append } from './intrinsics.ts';

/** What a check file describes, before anything is run. */
export interface Context {
	expect: unknown;
	task: { name: string };
	skip(): never;
	onTestFinished(callback: () => unknown): void;
	onTestFailed(callback: () => unknown): void;
}

export type Hook = () => unknown;
export type Body = (context: Context) => unknown;

/** `run`, unless something else is marked `only`. */
export type Mode = 'run' | 'only' | 'skip';

export interface Test {
	kind: 'test';
	title: string;
	mode: Mode;
	/** It is to fail; passing is the failure. */
	fails: boolean;
	/** Its body is over when it says so. */
	isTold: boolean;
	timeLimit: number | undefined;
	body: Body;
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
	mode: Mode;
	members: (Suite | Test)[];
	hooks: Hooks;
}

export function emptySuite(title: string, mode: Mode): Suite {
	return {
		kind: 'suite',
		title,
		mode,
		members: [],
		hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }
	};
}

/** Takes out what is skipped, and what is not `only` where something is. */
export function selected(suite: Suite): Suite {
	return hasOnly(suite) ? onlyMarked(suite) : withoutSkipped(suite);
}

function hasOnly(member: Suite | Test): boolean {
	if (member.mode !== 'run') return member.mode === 'only';
	if (member.kind === 'test') return false;
	for (let index = 0; index < member.members.length; index++) {
		if (hasOnly(member.members[index] as Suite | Test)) return true;
	}
	return false;
}

function withoutSkipped(suite: Suite): Suite {
	return withMembers(suite, (member) => {
		if (member.mode === 'skip') return undefined;
		return member.kind === 'suite' ? withoutSkipped(member) : member;
	});
}

function onlyMarked(suite: Suite): Suite {
	return withMembers(suite, (member) => {
		if (member.mode === 'skip' || !hasOnly(member)) return undefined;
		if (member.kind === 'test') return member;
		// An `only` suite runs whole, unless something within it is marked too.
		return hasOnly({ ...member, mode: 'run' }) ? onlyMarked(member) : withoutSkipped(member);
	});
}

/** Each member as `change` gives it, or left out. */
export function withMembers(suite: Suite, change: (member: Suite | Test) => Suite | Test | undefined): Suite {
	const members: (Suite | Test)[] = [];
	for (let index = 0; index < suite.members.length; index++) {
		const member = change(suite.members[index] as Suite | Test);
		if (member !== undefined) append(members, member);
	}
	return { ...suite, members };
}
