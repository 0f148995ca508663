import { MalformedMessageError, type EncodedValue } from './message.ts';

/** First part of a plain call's text. No other message begins with it. */
const PLAIN_CALL_START = '["plainCall",';

const { parse, stringify } = JSON;
const { isArray } = Array;

export interface PlainCall {
	id: string;
	values: unknown[];
}

export function arePlainValues(values: readonly unknown[]): boolean {
	for (let index = 0; index < values.length; index++) if (!isPlainValue(values[index])) return false;
	return true;
}

export function writePlainCall(id: string, values: readonly unknown[]): string {
	return stringify(['plainCall', id, values]);
}

/** Reads a plain call; returns undefined for a message of another type. Throws when the call is malformed. */
export function readPlainCall(text: string): PlainCall | undefined {
	if (!text.startsWith(PLAIN_CALL_START)) return undefined;
	const [, id, values] = parse(text) as unknown[];
	if (typeof id !== 'string' || !isArray(values) || !arePlainValues(values))
		throw new MalformedMessageError('not a plain call');
	return { id, values };
}

export interface ReferenceCodec {
	encodeReferenceTo(value: object): EncodedValue;
	findReferencedObject(tag: string, text: string): unknown;
	symbolTable: SymbolTable;
}

const SPECIAL_NUMBER_BY_TAG = new Map([
	['nan', NaN],
	['inf', Infinity],
	['-inf', -Infinity],
	['-0', -0]
]);

function isPlainValue(value: unknown): value is number | string | boolean | null {
	switch (typeof value) {
		case 'number':
			return value === 0 ? 1 / value > 0 : value - value === 0;
		case 'string':
		case 'boolean':
			return true;
		default:
			return value === null;
	}
}

export function encodeValue(value: unknown, referenceCodec: ReferenceCodec): EncodedValue {
	if (isPlainValue(value)) return value;
	switch (typeof value) {
		case 'number':
			return encodeSpecialNumber(value);
		case 'undefined':
			return ['u'];
		case 'bigint':
			return ['big', value.toString(16)];
		case 'symbol':
			return referenceCodec.symbolTable.encode(value);
		default:
			return referenceCodec.encodeReferenceTo(value as object);
	}
}

function encodeSpecialNumber(value: number): EncodedValue {
	if (value === 0) return ['-0'];
	return value > 0 ? ['inf'] : value < 0 ? ['-inf'] : ['nan'];
}

export function decodeEncodedValue(word: unknown, referenceCodec: ReferenceCodec): unknown {
	if (typeof word !== 'object' || word === null) return word;
	if (!Array.isArray(word)) throw new MalformedMessageError('not a word');
	const [tag, text] = word as unknown[];
	if (typeof tag !== 'string') throw new MalformedMessageError('not a word');
	if (tag === 'u') return undefined;
	if (text === undefined) {
		const number = SPECIAL_NUMBER_BY_TAG.get(tag);
		if (number === undefined) throw new MalformedMessageError(`not a word: ${tag}`);
		return number;
	}
	if (typeof text !== 'string') throw new MalformedMessageError('not a word');
	if (tag === 'big') return text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
	if (tag === 'known' || tag === 'key' || tag === 'symbol') return referenceCodec.symbolTable.decode(tag, text);
	return referenceCodec.findReferencedObject(tag, text);
}

/** Symbols that both realms know. They are never released, because there are few. */
export class SymbolTable {
	readonly #letter: string;
	readonly #idBySymbol = new Map<symbol, string>();
	readonly #symbolById = new Map<string, symbol>();
	readonly #nameByKnownSymbol = new Map<symbol, string>();
	#createdIdCount = 0;

	constructor(letter: string) {
		this.#letter = letter;
		for (const name of Object.getOwnPropertyNames(Symbol)) {
			const value: unknown = Object.getOwnPropertyDescriptor(Symbol, name)?.value;
			if (typeof value === 'symbol') this.#nameByKnownSymbol.set(value, name);
		}
	}

	encode(value: symbol): EncodedValue {
		const knownName = this.#nameByKnownSymbol.get(value);
		if (knownName !== undefined) return ['known', knownName];
		const key = Symbol.keyFor(value);
		if (key !== undefined) return ['key', key];
		let id = this.#idBySymbol.get(value);
		if (id === undefined) {
			this.#createdIdCount += 1;
			id = `${this.#letter}${this.#createdIdCount}:${value.description ?? ''}`;
			this.#remember(id, value);
		}
		return ['symbol', id];
	}

	decode(tag: string, text: string): symbol {
		if (tag === 'key') return Symbol.for(text);
		if (tag === 'known') {
			for (const [value, name] of this.#nameByKnownSymbol) if (name === text) return value;
			throw new MalformedMessageError('not a symbol');
		}
		const storedSymbol = this.#symbolById.get(text);
		if (storedSymbol !== undefined) return storedSymbol;
		if (text.startsWith(this.#letter)) throw new MalformedMessageError('not a symbol');
		const symbol = Symbol(text.slice(text.indexOf(':') + 1));
		this.#remember(text, symbol);
		return symbol;
	}

	#remember(id: string, value: symbol): void {
		this.#idBySymbol.set(value, id);
		this.#symbolById.set(id, value);
	}
}
