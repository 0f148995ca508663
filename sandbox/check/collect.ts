/** `describe`, `test` and the hooks, which only record a suite and run nothing. */
import { append, apply, assign } from './intrinsics.ts';
import { read } from './property.ts';
import { emptySuite, type Body, type Hook, type Hooks, type Mode, type Suite, type Test } from './suite.ts';
import { untilTold, waitsToBeTold } from './done-callback.ts';
import { isTagged, listedRows, taggedRows, titleOf, type TableCase } from './tables.ts';

export interface Collector {
	api: Record<string, unknown>;
	/** Returns the suite that `evaluate` describes; rethrows what `evaluate` throws. */
	collect(evaluate: () => void): Suite;
}

interface Marks {
	mode: Mode;
	fails: boolean;
	/** Set when the body takes a `done` callback after the values of its row. */
	isTold?: boolean;
}

type Register = (title: unknown, second: unknown, third: unknown, marks: Marks) => void;

const PLAIN: Marks = { mode: 'run', fails: false };

export function createCollector(): Collector {
	let suite: Suite | undefined;

	function here(): Suite {
		if (suite === undefined) throw new Error('tests are described while a check file loads, not inside a test');
		return suite;
	}

	const addTest: Register = (title, second, third, marks) => {
		const { body, options } = bodyAndOptions(second, third);
		const mode = body === undefined ? 'skip' : modeOf(options, marks.mode);
		const test: Test = {
			kind: 'test',
			title: titleText(title),
			mode,
			fails: marks.fails || read(options, 'fails') === true,
			isTold: marks.isTold ?? waitsToBeTold(body),
			timeLimit: timeLimitOf(options),
			body: body ?? (() => undefined)
		};
		append(here().members, test);
	};

	const addSuite: Register = (title, second, third, marks) => {
		const { body, options } = bodyAndOptions(second, third);
		const parent = here();
		const child = emptySuite(titleText(title), body === undefined ? 'skip' : modeOf(options, marks.mode));
		append(parent.members, child);
		suite = child;
		try {
			(body as (() => unknown) | undefined)?.();
		} finally {
			suite = parent;
		}
	};

	function hook(name: keyof Hooks): (body: Hook) => void {
		return (body) => append(here().hooks[name], waitsToBeTold(body) ? () => untilTold(body) : body);
	}

	const test = callable(addTest);
	const describe = callable(addSuite);
	const skip: Marks = { mode: 'skip', fails: false };
	const only: Marks = { mode: 'only', fails: false };
	return {
		api: {
			test,
			it: test,
			xtest: callable(addTest, skip),
			xit: callable(addTest, skip),
			fit: callable(addTest, only),
			describe,
			suite: describe,
			xdescribe: callable(addSuite, skip),
			fdescribe: callable(addSuite, only),
			beforeAll: hook('beforeAll'),
			afterAll: hook('afterAll'),
			beforeEach: hook('beforeEach'),
			afterEach: hook('afterEach')
		},
		collect(evaluate) {
			const root = emptySuite('', 'run');
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

/** Returns `test` or `describe` with `.each`, `.only` and so on, each of which has the same modifiers again. */
function callable(register: Register, marks: Marks = PLAIN, depth = 0): object {
	const call = (title: unknown, second?: unknown, third?: unknown) => register(title, second, third, marks);
	const each = (first: unknown, ...values: unknown[]) => {
		const rows = isTagged(first) ? taggedRows(first, values) : listedRows(first as readonly unknown[]);
		return eachOf(register, rows, marks, (row) => row.values);
	};
	const ofRows = (list: readonly unknown[]) =>
		eachOf(register, list.map(forRow), marks, (row, context) => [row.values[0], context]);
	const plain = { each, for: ofRows };
	if (depth > 2) return assign(call, plain);
	const withMarks = (change: Partial<Marks>) => callable(register, { ...marks, ...change }, depth + 1);
	return assign(call, plain, {
		only: withMarks({ mode: 'only' }),
		skip: withMarks({ mode: 'skip' }),
		todo: withMarks({ mode: 'skip' }),
		fails: withMarks({ fails: true }),
		failing: withMarks({ fails: true }),
		concurrent: withMarks({}),
		sequential: withMarks({}),
		skipIf: (condition: unknown) => withMarks(condition ? { mode: 'skip' } : {}),
		runIf: (condition: unknown) => withMarks(condition ? {} : { mode: 'skip' })
	});
}

function forRow(value: unknown): TableCase {
	return { values: [value], named: value };
}

function eachOf(
	register: Register,
	rows: TableCase[],
	marks: Marks,
	valuesOf: (row: TableCase, context: unknown) => unknown[]
): (title: unknown, second?: unknown, third?: unknown) => void {
	return (title, second, third) => {
		const { body, options } = bodyAndOptions(second, third);
		rows.forEach((row, index) => {
			const isTold = waitsToBeTold(body, row.values.length);
			const callBody = (last: unknown): unknown => {
				const values = isTold ? row.values.concat([last]) : valuesOf(row, last);
				return apply(body as (...values: unknown[]) => unknown, undefined, values);
			};
			register(titleOf(titleText(title), row, index), options, body && callBody, { ...marks, isTold });
		});
	};
}

function bodyAndOptions(second: unknown, third: unknown): { body: Body | undefined; options: unknown } {
	if (typeof second === 'function') return { body: second as Body, options: third };
	return { body: typeof third === 'function' ? (third as Body) : undefined, options: second };
}

function modeOf(options: unknown, marked: Mode): Mode {
	if (read(options, 'skip') === true || read(options, 'todo') === true) return 'skip';
	return read(options, 'only') === true ? 'only' : marked;
}

function timeLimitOf(options: unknown): number | undefined {
	const limit = typeof options === 'number' ? options : read(options, 'timeout');
	return typeof limit === 'number' ? limit : undefined;
}

function titleText(title: unknown): string {
	if (typeof title === 'function') return title.name === '' ? 'anonymous' : title.name;
	return String(title);
}
