import {
	appendTamperProof,
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

const recordByMock = new TamperProofWeakMap<object, MockRecord>();
const allMockRecords: MockRecord[] = [];
let lastCallNumber = 0;

export function mockStateOf(value: unknown): MockState | undefined {
	return recordByMock.get(value)?.state;
}

export function createMock(initialImplementation?: Callable, restoreOriginal: () => void = () => undefined): Callable {
	const state: MockState = createEmptyMockState();
	let currentName = 'vi.fn()';
	let implementation = initialImplementation;
	let onceImplementations: Callable[] = [];

	function mock(this: unknown, ...values: unknown[]): unknown {
		const currentImplementation = onceImplementations[0] ?? implementation;
		if (onceImplementations.length > 0) onceImplementations = dropFirstCallable(onceImplementations);
		const result: MockResult = { type: 'incomplete', value: undefined };
		appendTamperProof(state.calls, values);
		appendTamperProof(state.results, result);
		appendTamperProof(state.contexts, this);
		appendTamperProof(state.instances, this);
		appendTamperProof(state.invocationCallOrder, ++lastCallNumber);
		state.lastCall = values;
		try {
			const isNew = new.target !== undefined && currentImplementation !== undefined;
			result.value = isNew
				? construct(currentImplementation, values, new.target)
				: currentImplementation && apply(currentImplementation, this, values);
			result.type = 'return';
		} catch (error) {
			result.type = 'throw';
			result.value = error;
			throw error;
		}
		recordSettledResult(state, result.value);
		return result.value;
	}

	function setImplementation(nextImplementation: Callable): Callable {
		implementation = nextImplementation;
		return mock;
	}
	function setImplementationOnce(nextImplementation: Callable): Callable {
		appendTamperProof(onceImplementations, nextImplementation);
		return mock;
	}
	const mockRecord: MockRecord = {
		state,
		clear: () => void assign(state, createEmptyMockState()),
		reset() {
			mockRecord.clear();
			implementation = initialImplementation;
			onceImplementations = [];
		},
		restore() {
			mockRecord.reset();
			restoreOriginal();
		}
	};
	recordByMock.set(mock, mockRecord);
	appendTamperProof(allMockRecords, mockRecord);
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
		getMockName: () => currentName,
		mockName(nextName: string) {
			currentName = nextName;
			return mock;
		},
		mockClear: () => performAndReturnMock(mockRecord.clear),
		mockReset: () => performAndReturnMock(mockRecord.reset),
		mockRestore: () => performAndReturnMock(mockRecord.restore)
	});

	function performAndReturnMock(action: () => void): Callable {
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
	for (let index = 0; index < allMockRecords.length; index++) allMockRecords[index]?.[action]();
}

function createEmptyMockState(): MockState {
	return { calls: [], results: [], settledResults: [], contexts: [], instances: [], invocationCallOrder: [] };
}

function dropFirstCallable(list: Callable[]): Callable[] {
	const remainingCallables: Callable[] = [];
	for (let index = 1; index < list.length; index++) appendTamperProof(remainingCallables, list[index] as Callable);
	return remainingCallables;
}

function recordSettledResult(state: MockState, value: unknown): void {
	if (!isInstance(value, OriginalPromise)) return;
	const settledResult: MockResult = { type: 'incomplete', value: undefined };
	appendTamperProof(state.settledResults, settledResult);
	(value as Promise<unknown>).then(
		(result) => assign(settledResult, { type: 'fulfilled', value: result }),
		(error: unknown) => assign(settledResult, { type: 'rejected', value: error })
	);
}
