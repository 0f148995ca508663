/** Matches statements that PostgreSQL plans. Others are not prepared: what a FETCH returns depends on its transaction. */
const PLANNED_STATEMENT_PATTERN = /^\s*(?:select|insert|update|delete|with)\b/i;

export class RepeatedStatements {
	readonly #mostTexts: number;
	readonly #seenTexts = new Set<string>();

	constructor(mostTexts: number) {
		this.#mostTexts = mostTexts;
	}

	/** Notes a statement. Returns whether it is worth preparing: PostgreSQL plans it, and it was noted before. */
	noteUseAndTestRepeated(text: string): boolean {
		if (this.#seenTexts.has(text)) return true;
		if (!PLANNED_STATEMENT_PATTERN.test(text)) return false;
		this.#seenTexts.add(text);
		const [oldestText] = this.#seenTexts;
		if (this.#seenTexts.size > this.#mostTexts && oldestText !== undefined) this.#seenTexts.delete(oldestText);
		return false;
	}
}
