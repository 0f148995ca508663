import { isArrayBuffer, isDate, isMap, isRegExp, isSet, isDataView } from '../../check/intrinsics.ts';

/** Gives `localeCompare` dictionary order, because in QuickJS it compares only code points. */
const CHARACTERS_IN_ORDER = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789';
/** Accents in their order: acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, cedilla, ogonek. */
const ACCENTS_IN_ORDER = '\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328';
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', Œ: 'OE', Æ: 'AE', ß: 'ss' };

interface OrderedCharacter {
	baseOrder: number;
	accents: string;
	isCapital: boolean;
}

function orderedCharactersOf(text: string): OrderedCharacter[] {
	const signs: OrderedCharacter[] = [];
	for (const sign of text.replace(/[œæŒÆß]/g, (joined) => LIGATURES[joined] ?? joined).normalize('NFD')) {
		const lastSign = signs.at(-1);
		if (/\p{M}/u.test(sign) && lastSign) {
			lastSign.accents += ACCENTS_IN_ORDER.includes(sign)
				? String.fromCharCode(1 + ACCENTS_IN_ORDER.indexOf(sign))
				: sign;
			continue;
		}
		const lowerCaseSign = sign.toLowerCase();
		const position = CHARACTERS_IN_ORDER.indexOf(lowerCaseSign);
		signs.push({
			baseOrder: position < 0 ? 1000 + (lowerCaseSign.codePointAt(0) ?? 0) : position,
			accents: '',
			isCapital: lowerCaseSign !== sign
		});
	}
	return signs;
}

/** Letters, then accents, then small before capital, as ICU orders French and English; others by code point. */
export function compareByLocale(one: string, other: string): number {
	const [a, b] = [orderedCharactersOf(one), orderedCharactersOf(other)];
	const compareUntilDifference = (compareSigns: (x: OrderedCharacter, y: OrderedCharacter) => number): number => {
		for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
			const [x, y] = [a[at], b[at]];
			const order = x && y ? compareSigns(x, y) : 0;
			if (order !== 0) return Math.sign(order);
		}
		return 0;
	};
	return (
		compareUntilDifference((x, y) => x.baseOrder - y.baseOrder) ||
		Math.sign(a.length - b.length) ||
		compareUntilDifference((x, y) => (x.accents === y.accents ? 0 : x.accents < y.accents ? -1 : 1)) ||
		compareUntilDifference((x, y) => Number(x.isCapital) - Number(y.isCapital))
	);
}

export function installLocaleCompare(): void {
	Object.defineProperty(String.prototype, 'localeCompare', {
		value: function localeCompare(this: unknown, other: unknown) {
			return compareByLocale(String(this), String(other));
		},
		writable: true,
		configurable: true
	});
}

export function createStructuredCopy(value: unknown): unknown {
	return copyValue(value, new Map());
}

function copyValue(value: unknown, copyByOriginal: Map<unknown, unknown>): unknown {
	if (typeof value === 'function' || typeof value === 'symbol') throw createCloneError(value);
	if (typeof value !== 'object' || value === null) return value;
	if (copyByOriginal.has(value)) return copyByOriginal.get(value);
	const copy = createEmptyCopyOf(value);
	copyByOriginal.set(value, copy);
	if (isMap(value)) {
		const mapCopy = copy as Map<unknown, unknown>;
		(value as Map<unknown, unknown>).forEach((item, key) =>
			mapCopy.set(copyValue(key, copyByOriginal), copyValue(item, copyByOriginal))
		);
		return copy;
	}
	if (isSet(value)) {
		(value as Set<unknown>).forEach((item) => (copy as Set<unknown>).add(copyValue(item, copyByOriginal)));
		return copy;
	}
	if (isDate(value) || isRegExp(value) || isArrayBuffer(value) || isDataView(value)) return copy;
	const names =
		value instanceof Error ? ['message', 'stack', 'cause'].filter((key) => key in value) : Object.keys(value);
	for (const key of names) {
		const member = copyValue(Reflect.get(value, key), copyByOriginal);
		Object.defineProperty(copy, key, {
			value: member,
			writable: true,
			enumerable: !(value instanceof Error),
			configurable: true
		});
	}
	return copy;
}

function createEmptyCopyOf(value: object): object {
	if (isDate(value)) return new Date((value as Date).getTime());
	if (isRegExp(value)) return new RegExp(value as RegExp);
	if (isMap(value)) return new Map();
	if (isSet(value)) return new Set();
	if (isArrayBuffer(value)) return (value as ArrayBuffer).slice(0);
	if (isDataView(value)) {
		const view = value as Uint8Array;
		const ViewClass = view.constructor as Uint8ArrayConstructor;
		return new ViewClass(view.buffer.slice(0), view.byteOffset, view.length);
	}
	if (Array.isArray(value)) return new Array<unknown>(value.length);
	if (value instanceof Error) {
		const errorTypes = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
		return new (errorTypes.find(({ name }) => name === value.name) ?? Error)(value.message);
	}
	if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw createCloneError(value);
	return {};
}

function createCloneError(value: unknown): Error {
	const error = new Error(`${String(value)} could not be cloned.`);
	error.name = 'DataCloneError';
	return error;
}
