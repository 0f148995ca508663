import { appendTamperProof, apply, assign, create, defineProperty, keys } from './intrinsics.ts';
import { readProperty } from './property.ts';
import {
	createEmptySuite,
	type TestBody,
	type Hook,
	type Hooks,
	type TestRunMode,
	type Suite,
	type Test
} from './suite.ts';
import { runUntilDone, takesDoneCallback } from './suite.ts';
import {
	isTemplateCall,
	testEachRowsOfList,
	testEachRowsOfTemplate,
	titleOfTestEachRow,
	type TestEachRow
} from './tables.ts';

export interface TestCollector {
	globalFunctions: Record<string, unknown>;
	/** Returns the suite that `evaluate` describes; rethrows what `evaluate` throws. */
	collect(evaluate: () => void): Suite;
}

interface TestOrSuiteMarks {
	mode: TestRunMode;
	isInverted: boolean;
	takesDone?: boolean;
}

type RegisterTestOrSuite = (
	title: unknown,
	secondArgument: unknown,
	thirdArgument: unknown,
	marks: TestOrSuiteMarks
) => void;

const DEFAULT_TEST_MARKS: TestOrSuiteMarks = { mode: 'run', isInverted: false };

export function createTestCollector(): TestCollector {
	let describedSuite: Suite | undefined;

	function currentSuite(): Suite {
		if (describedSuite === undefined)
			throw new Error('tests are described while a check file loads, not inside a test');
		return describedSuite;
	}

	const addTest: RegisterTestOrSuite = (title, secondArgument, thirdArgument, marks) => {
		const { body, options } = readBodyAndOptions(secondArgument, thirdArgument);
		const mode = body === undefined ? 'skip' : runModeOf(options, marks.mode);
		const test: Test = {
			kind: 'test',
			title: testTitleText(title),
			mode,
			isInverted: marks.isInverted || readProperty(options, 'fails') === true,
			takesDone: marks.takesDone ?? takesDoneCallback(body),
			timeLimit: timeLimitOf(options),
			body: body ?? (() => undefined)
		};
		appendTamperProof(currentSuite().members, test);
	};

	const addSuite: RegisterTestOrSuite = (title, secondArgument, thirdArgument, marks) => {
		const { body, options } = readBodyAndOptions(secondArgument, thirdArgument);
		const parent = currentSuite();
		const child = createEmptySuite(testTitleText(title), body === undefined ? 'skip' : runModeOf(options, marks.mode));
		appendTamperProof(parent.members, child);
		describedSuite = child;
		try {
			(body as (() => unknown) | undefined)?.();
		} finally {
			describedSuite = parent;
		}
	};

	function createHookFunction(name: keyof Hooks): (body: Hook) => void {
		return (body) =>
			appendTamperProof(currentSuite().hooks[name], takesDoneCallback(body) ? () => runUntilDone(body) : body);
	}

	const test = withModifiers(addTest);
	const describe = withModifiers(addSuite);
	const skipMarks: TestOrSuiteMarks = { mode: 'skip', isInverted: false };
	const onlyMarks: TestOrSuiteMarks = { mode: 'only', isInverted: false };
	return {
		globalFunctions: {
			test,
			it: test,
			xtest: withModifiers(addTest, skipMarks),
			xit: withModifiers(addTest, skipMarks),
			fit: withModifiers(addTest, onlyMarks),
			describe,
			suite: describe,
			xdescribe: withModifiers(addSuite, skipMarks),
			fdescribe: withModifiers(addSuite, onlyMarks),
			beforeAll: createHookFunction('beforeAll'),
			afterAll: createHookFunction('afterAll'),
			beforeEach: createHookFunction('beforeEach'),
			afterEach: createHookFunction('afterEach')
		},
		collect(evaluate) {
			const root = createEmptySuite('', 'run');
			describedSuite = root;
			try {
				evaluate();
			} finally {
				describedSuite = undefined;
			}
			return root;
		}
	};
}

const MARKS_BY_MODIFIER: Readonly<Record<string, Partial<TestOrSuiteMarks>>> = {
	only: { mode: 'only' },
	skip: { mode: 'skip' },
	todo: { mode: 'skip' },
	fails: { isInverted: true },
	failing: { isInverted: true },
	concurrent: {},
	sequential: {}
};
const TEST_MODIFIER_NAMES = keys(MARKS_BY_MODIFIER);

/** Each modifier is made only when it is read, because all combinations would be thousands. */
function withModifiers(register: RegisterTestOrSuite, marks: TestOrSuiteMarks = DEFAULT_TEST_MARKS): object {
	const registerWithMarks = (title: unknown, secondArgument?: unknown, thirdArgument?: unknown) =>
		register(title, secondArgument, thirdArgument, marks);
	const each = (firstArgument: unknown, ...values: unknown[]) => {
		const rows = isTemplateCall(firstArgument)
			? testEachRowsOfTemplate(firstArgument, values)
			: testEachRowsOfList(firstArgument as readonly unknown[]);
		return createEachFunction(register, rows, marks, (row) => row.values);
	};
	const eachWithContext = (list: readonly unknown[]) =>
		createEachFunction(register, list.map(testEachRowOfValue), marks, (row, context) => [row.values[0], context]);
	const withMarks = (changedMarks: Partial<TestOrSuiteMarks>) => withModifiers(register, { ...marks, ...changedMarks });
	for (let index = 0; index < TEST_MODIFIER_NAMES.length; index++) {
		const name = TEST_MODIFIER_NAMES[index] as string;
		const readModifier = () => withMarks(MARKS_BY_MODIFIER[name] as Partial<TestOrSuiteMarks>);
		// A program may have given `Object.prototype` a `value`, which a descriptor with a prototype would inherit.
		defineProperty(registerWithMarks, name, assign(create(null) as object, { enumerable: true, get: readModifier }));
	}
	return assign(registerWithMarks, {
		each,
		for: eachWithContext,
		skipIf: (condition: unknown) => withMarks(condition ? { mode: 'skip' } : {}),
		runIf: (condition: unknown) => withMarks(condition ? {} : { mode: 'skip' })
	});
}

function testEachRowOfValue(value: unknown): TestEachRow {
	return { values: [value], titleValue: value };
}

function createEachFunction(
	register: RegisterTestOrSuite,
	rows: TestEachRow[],
	marks: TestOrSuiteMarks,
	valuesOf: (row: TestEachRow, context: unknown) => unknown[]
): (title: unknown, secondArgument?: unknown, thirdArgument?: unknown) => void {
	return (title, secondArgument, thirdArgument) => {
		const { body, options } = readBodyAndOptions(secondArgument, thirdArgument);
		rows.forEach((row, index) => {
			const takesDone = takesDoneCallback(body, row.values.length);
			const callBody = (lastArgument: unknown): unknown => {
				const values = takesDone ? row.values.concat([lastArgument]) : valuesOf(row, lastArgument);
				return apply(body as (...values: unknown[]) => unknown, undefined, values);
			};
			register(titleOfTestEachRow(testTitleText(title), row, index), options, body && callBody, {
				...marks,
				takesDone
			});
		});
	};
}

function readBodyAndOptions(
	secondArgument: unknown,
	thirdArgument: unknown
): { body: TestBody | undefined; options: unknown } {
	if (typeof secondArgument === 'function') return { body: secondArgument as TestBody, options: thirdArgument };
	return {
		body: typeof thirdArgument === 'function' ? (thirdArgument as TestBody) : undefined,
		options: secondArgument
	};
}

function runModeOf(options: unknown, markedMode: TestRunMode): TestRunMode {
	if (readProperty(options, 'skip') === true || readProperty(options, 'todo') === true) return 'skip';
	return readProperty(options, 'only') === true ? 'only' : markedMode;
}

function timeLimitOf(options: unknown): number | undefined {
	const limit = typeof options === 'number' ? options : readProperty(options, 'timeout');
	return typeof limit === 'number' ? limit : undefined;
}

function testTitleText(title: unknown): string {
	if (typeof title === 'function') return title.name === '' ? 'anonymous' : title.name;
	return String(title);
}
