/** Mock functions: `vi.fn` and `vi.spyOn`. */
import {
	appendItem,
	apply,
	assign,
	construct,
	isInstance,
	TamperProofWeakMap,
	OriginalPromise,
	OriginalTypeError
} from './intrinsics.ts';
import { readProperty } from './property.ts';

export interface MockResult {
	type: 'return' | 'throw' | 'incomplete' | 'fulfilled' | 'rejected';
	value: unknown;
}

export interface MockState {
	calls: unknown[][];
	results: MockResult[];
	settledResults: MockResult[];
	contexts: unknown[];
	instances: unknown[];
	invocationCallOrder: number[];
	lastCall?: unknown[];
}

type Callable = (...values: unknown[]) => unknown;

interface MockRecord {
	state: MockState;
	clear(): void;
	reset(): void;
	restore(): void;
}

const mockRecords = new TamperProofWeakMap<object, MockRecord>();
const mocksInOrder: MockRecord[] = [];
let lastCallOrder = 0;

export function mockStateOf(value: unknown): MockState | undefined {
	return mockRecords.get(value)?.state;
}

export function createMock(initial?: Callable, restore: () => void = () => undefined): Callable {
	const state: MockState = emptyState();
	let name = 'vi.fn()';
	let implementation = initial;
	let once: Callable[] = [];

	function mock(this: unknown, ...values: unknown[]): unknown {
		const perform = once[0] ?? implementation;
		if (once.length > 0) once = withoutFirst(once);
		const result: MockResult = { type: 'incomplete', value: undefined };
		appendItem(state.calls, values);
		appendItem(state.results, result);
		appendItem(state.contexts, this);
		appendItem(state.instances, this);
		appendItem(state.invocationCallOrder, ++lastCallOrder);
		state.lastCall = values;
		try {
			const isNew = new.target !== undefined && perform !== undefined;
			result.value = isNew ? construct(perform, values, new.target) : perform && apply(perform, this, values);
			result.type = 'return';
		} catch (error) {
			result.type = 'throw';
			result.value = error;
			throw error;
		}
		recordSettledResult(state, result.value);
		return result.value;
	}

	function setImplementation(next: Callable): Callable {
		implementation = next;
		return mock;
	}
	function setImplementationOnce(next: Callable): Callable {
		appendItem(once, next);
		return mock;
	}
	const record: MockRecord = {
		state,
		clear: () => void assign(state, emptyState()),
		reset() {
			record.clear();
			implementation = initial;
			once = [];
		},
		restore() {
			record.reset();
			restore();
		}
	};
	mockRecords.set(mock, record);
	appendItem(mocksInOrder, record);
	return assign(mock, {
		mock: state,
		mockImplementation: setImplementation,
		mockImplementationOnce: setImplementationOnce,
		mockReturnValue: (value: unknown) => setImplementation(() => value),
		mockReturnValueOnce: (value: unknown) => setImplementationOnce(() => value),
		mockReturnThis: () =>
			setImplementation(function (this: unknown) {
				return this;
			}),
		mockResolvedValue: (value: unknown) => setImplementation(() => OriginalPromise.resolve(value)),
		mockResolvedValueOnce: (value: unknown) => setImplementationOnce(() => OriginalPromise.resolve(value)),
		mockRejectedValue: (error: unknown) => setImplementation(() => OriginalPromise.reject(error)),
		mockRejectedValueOnce: (error: unknown) => setImplementationOnce(() => OriginalPromise.reject(error)),
		getMockImplementation: () => implementation,
		getMockName: () => name,
		mockName(next: string) {
			name = next;
			return mock;
		},
		mockClear: () => createChainable(record.clear),
		mockReset: () => createChainable(record.reset),
		mockRestore: () => createChainable(record.restore)
	});

	function createChainable(action: () => void): Callable {
		action();
		return mock;
	}
}

export function spyOn(object: unknown, key: PropertyKey): Callable {
	const original = readProperty(object, key);
	if (typeof object !== 'object' && typeof object !== 'function')
		throw new OriginalTypeError('spyOn() expects an object');
	if (typeof original !== 'function') throw new OriginalTypeError(`spyOn(): ${String(key)} is not a function`);
	if (mockStateOf(original) !== undefined) return original as Callable;
	const holder = object as Record<PropertyKey, unknown>;
	const mock = createMock(original as Callable, () => {
		holder[key] = original;
	});
	holder[key] = mock;
	return mock;
}

export function changeAllMocks(action: 'clear' | 'reset' | 'restore'): void {
	for (let index = 0; index < mocksInOrder.length; index++) mocksInOrder[index]?.[action]();
}

function emptyState(): MockState {
	return { calls: [], results: [], settledResults: [], contexts: [], instances: [], invocationCallOrder: [] };
}

function withoutFirst(list: Callable[]): Callable[] {
	const rest: Callable[] = [];
	for (let index = 1; index < list.length; index++) appendItem(rest, list[index] as Callable);
	return rest;
}

function recordSettledResult(state: MockState, value: unknown): void {
	if (!isInstance(value, OriginalPromise)) return;
	const settled: MockResult = { type: 'incomplete', value: undefined };
	appendItem(state.settledResults, settled);
	(value as Promise<unknown>).then(
		(result) => assign(settled, { type: 'fulfilled', value: result }),
		(error: unknown) => assign(settled, { type: 'rejected', value: error })
	);
}
