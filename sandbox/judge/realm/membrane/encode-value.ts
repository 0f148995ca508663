/** Encodes values for messages and decodes them. Objects are encoded by reference. */
import { MalformedMessageError, type EncodedValue } from './message.ts';

export interface ReferenceCodec {
	referenceTo(value: object): EncodedValue;
	/** Returns the object that `['ref', id]` or `['name', name]` stands for. */
	find(tag: string, text: string): unknown;
	symbols: SymbolTable;
}

const SPECIAL_NUMBERS = new Map([
	['nan', NaN],
	['inf', Infinity],
	['-inf', -Infinity],
	['-0', -0]
]);

export function encodeValue(value: unknown, sharing: ReferenceCodec): EncodedValue {
	switch (typeof value) {
		case 'number':
			return encodeNumber(value);
		case 'string':
		case 'boolean':
			return value;
		case 'undefined':
			return ['u'];
		case 'bigint':
			return ['big', value.toString(16)];
		case 'symbol':
			return sharing.symbols.encode(value);
		default:
			return value === null ? null : sharing.referenceTo(value as object);
	}
}

function encodeNumber(value: number): EncodedValue {
	if (value === 0) return Object.is(value, -0) ? ['-0'] : 0;
	if (value - value === 0) return value;
	return value > 0 ? ['inf'] : value < 0 ? ['-inf'] : ['nan'];
}

export function decodeValue(word: unknown, sharing: ReferenceCodec): unknown {
	if (typeof word !== 'object' || word === null) return word;
	if (!Array.isArray(word)) throw new MalformedMessageError('not a word');
	const [tag, text] = word as unknown[];
	if (typeof tag !== 'string') throw new MalformedMessageError('not a word');
	if (tag === 'u') return undefined;
	if (text === undefined) {
		const number = SPECIAL_NUMBERS.get(tag);
		if (number === undefined) throw new MalformedMessageError(`not a word: ${tag}`);
		return number;
	}
	if (typeof text !== 'string') throw new MalformedMessageError('not a word');
	if (tag === 'big') return text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
	if (tag === 'known' || tag === 'key' || tag === 'symbol') return sharing.symbols.decode(tag, text);
	return sharing.find(tag, text);
}

/** Symbols that both realms know. They are never released, because there are few. */
export class SymbolTable {
	readonly #letter: string;
	readonly #ids = new Map<symbol, string>();
	readonly #symbols = new Map<string, symbol>();
	readonly #known = new Map<symbol, string>();
	#made = 0;

	constructor(letter: string) {
		this.#letter = letter;
		for (const name of Object.getOwnPropertyNames(Symbol)) {
			const value: unknown = Object.getOwnPropertyDescriptor(Symbol, name)?.value;
			if (typeof value === 'symbol') this.#known.set(value, name);
		}
	}

	encode(value: symbol): EncodedValue {
		const knownName = this.#known.get(value);
		if (knownName !== undefined) return ['known', knownName];
		const key = Symbol.keyFor(value);
		if (key !== undefined) return ['key', key];
		let id = this.#ids.get(value);
		if (id === undefined) {
			this.#made += 1;
			id = `${this.#letter}${this.#made}:${value.description ?? ''}`;
			this.#remember(id, value);
		}
		return ['symbol', id];
	}

	decode(tag: string, text: string): symbol {
		if (tag === 'key') return Symbol.for(text);
		if (tag === 'known') {
			for (const [value, name] of this.#known) if (name === text) return value;
			throw new MalformedMessageError('not a symbol');
		}
		const storedSymbol = this.#symbols.get(text);
		if (storedSymbol !== undefined) return storedSymbol;
		if (text.startsWith(this.#letter)) throw new MalformedMessageError('not a symbol');
		const symbol = Symbol(text.slice(text.indexOf(':') + 1));
		this.#remember(text, symbol);
		return symbol;
	}

	#remember(id: string, value: symbol): void {
		this.#ids.set(value, id);
		this.#symbols.set(id, value);
	}
}
