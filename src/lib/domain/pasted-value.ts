/** Reads values as Python writes them: numbers, quoted texts, True, None, lists. */

export type PastedValue = null | boolean | number | string | PastedValue[] | { [name: string]: PastedValue };

const VALUE_BY_WORD = new Map<string, PastedValue>([
	['True', true],
	['true', true],
	['False', false],
	['false', false],
	['None', null],
	['null', null]
]);
const NUMBER_PATTERN = /[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?(?![\w.])/y;
const WORD_PATTERN = /[A-Za-z]+(?!\w)/y;
const QUOTED_TEXT_PATTERN = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y;
const ESCAPE_SEQUENCE_PATTERN = /\\(u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/g;
const CHARACTER_BY_ESCAPE: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
const CLOSING_BY_OPENING_SIGN: Record<string, string> = { '[': ']', '(': ')', '{': '}' };
const MOST_NESTING_LEVELS = 20;

/** Reads a line from left to right; the position stays before a part that cannot be read. */
export class PastedValueReader {
	readonly #text: string;
	#position = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get rest(): string {
		return this.#text.slice(this.#position).trim();
	}

	/** Moves past spaces and past what a sticky expression matches next, and returns that match; undefined without one. */
	takeMatch(expression: RegExp): RegExpExecArray | undefined {
		while (/\s/.test(this.#text.charAt(this.#position))) this.#position += 1;
		expression.lastIndex = this.#position;
		const match = expression.exec(this.#text);
		if (match === null) return undefined;
		this.#position = expression.lastIndex;
		return match;
	}

	readValue(levels = 0): PastedValue | undefined {
		const text = this.takeMatch(QUOTED_TEXT_PATTERN);
		if (text) return unescapeText(text[1] ?? text[2] ?? '');
		const number = this.takeMatch(NUMBER_PATTERN);
		if (number) return finiteOrUndefined(Number(number[0].replaceAll('_', '')));
		const word = this.takeMatch(WORD_PATTERN);
		if (word) return VALUE_BY_WORD.get(word[0]);
		const openingSign = this.takeMatch(/[[({]/y)?.[0];
		if (openingSign === undefined || levels === MOST_NESTING_LEVELS) return undefined;
		return openingSign === '{' ? this.#readObject(levels + 1) : this.#readList(openingSign, levels + 1);
	}

	/** Reads values with commas between them up to the closing bracket. A tuple becomes a list, and `(1)` is the number 1. */
	#readList(openingSign: string, levels: number): PastedValue | undefined {
		const closingSign = CLOSING_BY_OPENING_SIGN[openingSign] ?? '';
		const values: PastedValue[] = [];
		let isTuple = openingSign === '[';
		while (!this.#takeSign(closingSign)) {
			const value = this.readValue(levels);
			if (value === undefined) return undefined;
			values.push(value);
			if (this.#takeSign(',')) isTuple = true;
			else if (this.#takeSign(closingSign)) break;
			else return undefined;
		}
		return isTuple || values.length !== 1 ? values : values[0];
	}

	#readObject(levels: number): PastedValue | undefined {
		const values: [string, PastedValue][] = [];
		while (!this.#takeSign('}')) {
			const name = this.readValue(levels);
			const value = this.#takeSign(':') ? this.readValue(levels) : undefined;
			if (typeof name !== 'string' || name === '__proto__' || value === undefined) return undefined;
			values.push([name, value]);
			if (this.#takeSign(',')) continue;
			if (this.#takeSign('}')) break;
			return undefined;
		}
		return Object.fromEntries(values);
	}

	#takeSign(sign: string): boolean {
		return this.takeMatch(new RegExp(`\\${sign}`, 'y')) !== undefined;
	}
}

function unescapeText(text: string): string {
	return text.replace(ESCAPE_SEQUENCE_PATTERN, (_, escape: string) => {
		if (escape.length > 1) return String.fromCharCode(parseInt(escape.slice(1), 16));
		return CHARACTER_BY_ESCAPE[escape] ?? escape;
	});
}

function finiteOrUndefined(number: number): number | undefined {
	return Number.isFinite(number) ? number : undefined;
}
