/** `describe`, `test` and the hooks, which only record a suite and run nothing. */
import { appendItem, apply, assign } from './intrinsics.ts';
import { readProperty } from './property.ts';
import {
	createEmptySuite,
	type TestBody,
	type Hook,
	type Hooks,
	type RunMode,
	type Suite,
	type Test
} from './suite.ts';
import { runUntilDone, takesDoneCallback } from './done-callback.ts';
import { isTemplateCall, tableCasesOfList, tableCasesOfTemplate, titleOfTableCase, type TableCase } from './tables.ts';

export interface Collector {
	globals: Record<string, unknown>;
	/** Returns the suite that `evaluate` describes; rethrows what `evaluate` throws. */
	collect(evaluate: () => void): Suite;
}

interface Marks {
	mode: RunMode;
	isInverted: boolean;
	/** True when the body takes a `done` callback after the values of its `test.each` row. */
	takesDone?: boolean;
}

type RegisterMember = (title: unknown, second: unknown, third: unknown, marks: Marks) => void;

const UNMARKED: Marks = { mode: 'run', isInverted: false };

export function createCollector(): Collector {
	let suite: Suite | undefined;

	function currentSuite(): Suite {
		if (suite === undefined) throw new Error('tests are described while a check file loads, not inside a test');
		return suite;
	}

	const addTest: RegisterMember = (title, second, third, marks) => {
		const { body, options } = bodyAndOptions(second, third);
		const mode = body === undefined ? 'skip' : modeOf(options, marks.mode);
		const test: Test = {
			kind: 'test',
			title: titleText(title),
			mode,
			isInverted: marks.isInverted || readProperty(options, 'fails') === true,
			takesDone: marks.takesDone ?? takesDoneCallback(body),
			timeLimit: timeLimitOf(options),
			body: body ?? (() => undefined)
		};
		appendItem(currentSuite().members, test);
	};

	const addSuite: RegisterMember = (title, second, third, marks) => {
		const { body, options } = bodyAndOptions(second, third);
		const parent = currentSuite();
		const child = createEmptySuite(titleText(title), body === undefined ? 'skip' : modeOf(options, marks.mode));
		appendItem(parent.members, child);
		suite = child;
		try {
			(body as (() => unknown) | undefined)?.();
		} finally {
			suite = parent;
		}
	};

	function createHookFunction(name: keyof Hooks): (body: Hook) => void {
		return (body) => appendItem(currentSuite().hooks[name], takesDoneCallback(body) ? () => runUntilDone(body) : body);
	}

	const test = withModifiers(addTest);
	const describe = withModifiers(addSuite);
	const skip: Marks = { mode: 'skip', isInverted: false };
	const only: Marks = { mode: 'only', isInverted: false };
	return {
		globals: {
			test,
			it: test,
			xtest: withModifiers(addTest, skip),
			xit: withModifiers(addTest, skip),
			fit: withModifiers(addTest, only),
			describe,
			suite: describe,
			xdescribe: withModifiers(addSuite, skip),
			fdescribe: withModifiers(addSuite, only),
			beforeAll: createHookFunction('beforeAll'),
			afterAll: createHookFunction('afterAll'),
			beforeEach: createHookFunction('beforeEach'),
			afterEach: createHookFunction('afterEach')
		},
		collect(evaluate) {
			const root = createEmptySuite('', 'run');
			suite = root;
			try {
				evaluate();
			} finally {
				suite = undefined;
			}
			return root;
		}
	};
}

/**
 * Returns `test` or `describe` with its modifiers `.each`, `.only` and so on. Each modifier returns a function with the same
 * modifiers.
 */
function withModifiers(register: RegisterMember, marks: Marks = UNMARKED, depth = 0): object {
	const call = (title: unknown, second?: unknown, third?: unknown) => register(title, second, third, marks);
	const each = (first: unknown, ...values: unknown[]) => {
		const rows = isTemplateCall(first)
			? tableCasesOfTemplate(first, values)
			: tableCasesOfList(first as readonly unknown[]);
		return eachOf(register, rows, marks, (row) => row.values);
	};
	const ofRows = (list: readonly unknown[]) =>
		eachOf(register, list.map(forRow), marks, (row, context) => [row.values[0], context]);
	const plain = { each, for: ofRows };
	if (depth > 2) return assign(call, plain);
	const withMarks = (change: Partial<Marks>) => withModifiers(register, { ...marks, ...change }, depth + 1);
	return assign(call, plain, {
		only: withMarks({ mode: 'only' }),
		skip: withMarks({ mode: 'skip' }),
		todo: withMarks({ mode: 'skip' }),
		fails: withMarks({ isInverted: true }),
		failing: withMarks({ isInverted: true }),
		concurrent: withMarks({}),
		sequential: withMarks({}),
		skipIf: (condition: unknown) => withMarks(condition ? { mode: 'skip' } : {}),
		runIf: (condition: unknown) => withMarks(condition ? {} : { mode: 'skip' })
	});
}

function forRow(value: unknown): TableCase {
	return { values: [value], titleValues: value };
}

function eachOf(
	register: RegisterMember,
	rows: TableCase[],
	marks: Marks,
	valuesOf: (row: TableCase, context: unknown) => unknown[]
): (title: unknown, second?: unknown, third?: unknown) => void {
	return (title, second, third) => {
		const { body, options } = bodyAndOptions(second, third);
		rows.forEach((row, index) => {
			const takesDone = takesDoneCallback(body, row.values.length);
			const callBody = (last: unknown): unknown => {
				const values = takesDone ? row.values.concat([last]) : valuesOf(row, last);
				return apply(body as (...values: unknown[]) => unknown, undefined, values);
			};
			register(titleOfTableCase(titleText(title), row, index), options, body && callBody, { ...marks, takesDone });
		});
	};
}

function bodyAndOptions(second: unknown, third: unknown): { body: TestBody | undefined; options: unknown } {
	if (typeof second === 'function') return { body: second as TestBody, options: third };
	return { body: typeof third === 'function' ? (third as TestBody) : undefined, options: second };
}

function modeOf(options: unknown, marked: RunMode): RunMode {
	if (readProperty(options, 'skip') === true || readProperty(options, 'todo') === true) return 'skip';
	return readProperty(options, 'only') === true ? 'only' : marked;
}

function timeLimitOf(options: unknown): number | undefined {
	const limit = typeof options === 'number' ? options : readProperty(options, 'timeout');
	return typeof limit === 'number' ? limit : undefined;
}

function titleText(title: unknown): string {
	if (typeof title === 'function') return title.name === '' ? 'anonymous' : title.name;
	return String(title);
}
