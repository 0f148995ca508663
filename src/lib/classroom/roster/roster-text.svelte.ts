/** Holds the text of a roster field, and the question whether that text holds names. */
import { hasPseudonymHeading, mayContainNames } from '#lib/domain/class-list.ts';

/** Input events that count as typing. Undoing does not, because it can bring back a pasted text that was removed. */
const TYPING_INPUT_TYPES = new Set([
	'insertText',
	'insertLineBreak',
	'insertParagraph',
	'insertCompositionText',
	'insertFromComposition',
	'insertReplacementText'
]);

export class RosterText {
	#text = $state('');
	/** Whether to ask the teacher what the text holds. First names look like pseudonyms, so until the answer nothing may be sent. */
	#isQuestioned = $state(false);
	/** Text of which the teacher, or a heading of the file, said that it holds pseudonyms. */
	#textWithoutNames = $state('');

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		this.#text = text;
		if (text.trim() === '') this.#isQuestioned = false;
	}

	get isQuestioned(): boolean {
		return this.#isQuestioned;
	}

	/** Takes the field's new text. Every change that is not known to be typing counts as bringing text in, and is asked about. */
	takeInput(text: string, { inputType = '', data }: { inputType?: string; data?: string | null }): void {
		this.text = text;
		// The clipboard of an on-screen keyboard arrives as typing, but with several lines at once.
		const isTyping = TYPING_INPUT_TYPES.has(inputType) && !data?.trim().includes('\n');
		if (!isTyping && !inputType.startsWith('delete')) this.question();
	}

	/** Asks about the present text, unless its heading says that it holds only pseudonyms. */
	question(): void {
		const hasOnlyPseudonyms = hasPseudonymHeading(this.#text) && !mayContainNames(this.#text);
		if (this.#text.trim() !== '' && !hasOnlyPseudonyms) this.#isQuestioned = true;
	}

	/** Puts a file's pseudonyms in the field. */
	putPseudonyms(text: string, hasHeading: boolean): void {
		this.text = text;
		if (hasHeading) this.answerNoNames();
		else this.question();
	}

	answerNoNames(): void {
		this.#isQuestioned = false;
		this.#textWithoutNames = this.#text;
	}

	/** Returns whether the text may be sent; otherwise asks the teacher about it. */
	checkSendable(): boolean {
		if (mayContainNames(this.#text) && this.#textWithoutNames !== this.#text) this.#isQuestioned = true;
		return !this.#isQuestioned;
	}
}
