/** Types of all that checks may import from `vitest`; a module, so it never hides the real one. */
type Awaitable = unknown;
type Title = string | ((...values: never[]) => unknown);

interface CheckOptions {
	/** Milliseconds. */
	timeout?: number;
	skip?: boolean;
	only?: boolean;
	todo?: boolean;
	fails?: boolean;
}

interface CheckContext {
	expect: Expect;
	task: { name: string };
	skip(): never;
	onTestFinished(callback: () => Awaitable): void;
	onTestFailed(callback: () => Awaitable): void;
}

interface Registers<Context> {
	(title: Title, body?: (context: Context) => Awaitable, options?: number | CheckOptions): void;
	(title: Title, options: CheckOptions, body: (context: Context) => Awaitable): void;
}

interface Tables {
	each<Row extends readonly unknown[]>(
		rows: readonly Row[]
	): (title: Title, body: (...values: [...Row]) => Awaitable, options?: number | CheckOptions) => void;
	each<Row>(
		rows: readonly Row[]
	): (title: Title, body: (row: Row) => Awaitable, options?: number | CheckOptions) => void;
	each(
		heading: TemplateStringsArray,
		...values: unknown[]
	): (title: Title, body: (row: never) => Awaitable, options?: number | CheckOptions) => void;
	for<Row>(
		rows: readonly Row[]
	): (title: Title, body: (row: Row, context: CheckContext) => Awaitable, options?: number | CheckOptions) => void;
}

interface Marked<Context> extends Registers<Context>, Tables {
	only: Marked<Context>;
	skip: Marked<Context>;
	todo: Marked<Context>;
	concurrent: Marked<Context>;
	sequential: Marked<Context>;
	skipIf(condition: unknown): Marked<Context>;
	runIf(condition: unknown): Marked<Context>;
}

interface Test extends Marked<CheckContext> {
	fails: Marked<CheckContext>;
	failing: Marked<CheckContext>;
}

export const test: Test;
export const it: Test;
export const describe: Marked<void>;
export const suite: Marked<void>;
export function beforeAll(hook: () => Awaitable): void;
export function afterAll(hook: () => Awaitable): void;
export function beforeEach(hook: () => Awaitable): void;
export function afterEach(hook: () => Awaitable): void;

type Class = abstract new (...values: never[]) => unknown;
type Thrown = string | RegExp | Error | Class | object;

interface Matchers<Result> {
	toBe(expected: unknown): Result;
	toEqual(expected: unknown): Result;
	toStrictEqual(expected: unknown): Result;
	toMatchObject(expected: object): Result;
	toBeTruthy(): Result;
	toBeFalsy(): Result;
	toBeDefined(): Result;
	toBeUndefined(): Result;
	toBeNull(): Result;
	toBeNullable(): Result;
	toBeNullish(): Result;
	toBeNaN(): Result;
	toBeGreaterThan(expected: number | bigint): Result;
	toBeGreaterThanOrEqual(expected: number | bigint): Result;
	toBeLessThan(expected: number | bigint): Result;
	toBeLessThanOrEqual(expected: number | bigint): Result;
	/** Passes within half a unit of the given decimal place; two places when absent. */
	toBeCloseTo(expected: number, digits?: number): Result;
	toBeInstanceOf(type: Class): Result;
	toBeTypeOf(type: string): Result;
	toMatch(pattern: string | RegExp): Result;
	toSatisfy(test: (value: never) => unknown): Result;
	toBeOneOf(options: readonly unknown[] | Set<unknown>): Result;
	toContain(item: unknown): Result;
	toContainEqual(item: unknown): Result;
	toHaveLength(length: number): Result;
	toHaveProperty(path: string | readonly (string | number)[], value?: unknown): Result;
	toThrow(expected?: Thrown): Result;
	toThrowError(expected?: Thrown): Result;
	toHaveBeenCalled(): Result;
	toHaveBeenCalledOnce(): Result;
	toHaveBeenCalledTimes(times: number): Result;
	toHaveBeenCalledWith(...values: unknown[]): Result;
	toHaveBeenCalledExactlyOnceWith(...values: unknown[]): Result;
	toHaveBeenLastCalledWith(...values: unknown[]): Result;
	toHaveBeenNthCalledWith(nth: number, ...values: unknown[]): Result;
	toHaveBeenCalledBefore(mock: Mock, mustHaveBeenCalled?: boolean): Result;
	toHaveBeenCalledAfter(mock: Mock, mustHaveBeenCalled?: boolean): Result;
	toHaveReturned(): Result;
	toHaveReturnedTimes(times: number): Result;
	toHaveReturnedWith(value: unknown): Result;
	toHaveLastReturnedWith(value: unknown): Result;
	toHaveNthReturnedWith(nth: number, value: unknown): Result;
	toHaveResolved(): Result;
	toHaveResolvedTimes(times: number): Result;
	toHaveResolvedWith(value: unknown): Result;
	toHaveLastResolvedWith(value: unknown): Result;
	toHaveNthResolvedWith(nth: number, value: unknown): Result;
}

interface Chain<Result> extends Matchers<Result> {
	not: Matchers<Result>;
}

interface Assertion extends Chain<void> {
	resolves: Chain<Promise<void>>;
	rejects: Chain<Promise<void>>;
}

interface Asymmetric {
	stringContaining(part: string): never;
	stringMatching(pattern: string | RegExp): never;
	arrayContaining(items: readonly unknown[]): never;
	objectContaining(members: object): never;
	closeTo(value: number, digits?: number): never;
}

interface Expect extends Asymmetric {
	(value: unknown, label?: string): Assertion;
	soft(value: unknown, label?: string): Assertion;
	anything(): never;
	any(type: unknown): never;
	not: Asymmetric;
	assertions(count: number): void;
	hasAssertions(): void;
	unreachable(message?: string): never;
	fail(message?: string): never;
	extend(
		matchers: Record<string, (received: never, ...expected: never[]) => { pass: boolean; message(): string }>
	): void;
}

export const expect: Expect;

interface Mock<Call extends (...values: never[]) => unknown = (...values: never[]) => unknown> {
	(...values: Parameters<Call>): ReturnType<Call>;
	mock: {
		calls: Parameters<Call>[];
		results: { type: 'return' | 'throw' | 'incomplete'; value: unknown }[];
		lastCall?: Parameters<Call>;
	};
	mockImplementation(implementation: Call): this;
	mockImplementationOnce(implementation: Call): this;
	mockReturnValue(value: ReturnType<Call>): this;
	mockReturnValueOnce(value: ReturnType<Call>): this;
	mockResolvedValue(value: Awaited<ReturnType<Call>>): this;
	mockResolvedValueOnce(value: Awaited<ReturnType<Call>>): this;
	mockRejectedValue(error: unknown): this;
	mockRejectedValueOnce(error: unknown): this;
	mockClear(): this;
	mockReset(): this;
	mockRestore(): this;
}

interface FakeTimers {
	now?: number | string | Date;
	/** Names among `setTimeout`, `setInterval`, `clearTimeout`, `clearInterval`, `Date` and `performance`. */
	toFake?: readonly string[];
	toNotFake?: readonly string[];
	doNotFake?: readonly string[];
	/** Number of timers after which `runAllTimers` gives up. */
	loopLimit?: number;
	timerLimit?: number;
}

interface Vi {
	fn<Call extends (...values: never[]) => unknown>(implementation?: Call): Mock<Call>;
	spyOn<Holder extends object>(object: Holder, key: keyof Holder): Mock;
	isMockFunction(value: unknown): value is Mock;
	mocked<Value>(value: Value): Value;
	clearAllMocks(): Vi;
	resetAllMocks(): Vi;
	restoreAllMocks(): Vi;
	/** From this call, the program's time, timers and dates move only when the check moves them. */
	useFakeTimers(options?: FakeTimers): Vi;
	useRealTimers(): Vi;
	isFakeTimers(): boolean;
	advanceTimersByTime(milliseconds: number): Vi;
	advanceTimersByTimeAsync(milliseconds: number): Promise<Vi>;
	advanceTimersToNextTimer(steps?: number): Vi;
	advanceTimersToNextTimerAsync(steps?: number): Promise<Vi>;
	runAllTimers(): Vi;
	runAllTimersAsync(): Promise<Vi>;
	runOnlyPendingTimers(): Vi;
	runOnlyPendingTimersAsync(): Promise<Vi>;
	getTimerCount(): number;
	clearAllTimers(): Vi;
	setSystemTime(moment?: number | string | Date): Vi;
	getMockedSystemTime(): Date | null;
	now(): number;
}

export const vi: Vi;
export const vitest: Vi;
export const jest: Vi;
