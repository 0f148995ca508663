import { hasPseudonymHeading, mayContainRealNames } from '#lib/domain/class-list.ts';

/** Types of input events that count as typing. Undoing does not count, because it can restore a removed pasted text. */
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
	/** Whether the teacher must say if the text holds real names, which can look like pseudonyms. Until then nothing is sent. */
	#isQuestioned = $state(false);
	/** The text that holds only pseudonyms, according to the teacher or to a heading in the file. */
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

	/** Takes the field's new text. Unless the text was typed or deleted, the teacher is asked whether it holds real names. */
	takeFieldText(text: string, { inputType = '', data }: { inputType?: string; data?: string | null }): void {
		this.text = text;
		// Text pasted by an on-screen keyboard is reported as typing, but has several lines at once.
		const isTyping = TYPING_INPUT_TYPES.has(inputType) && !data?.trim().includes('\n');
		if (!isTyping && !inputType.startsWith('delete')) this.askAboutRealNames();
	}

	askAboutRealNames(): void {
		const hasOnlyPseudonyms = hasPseudonymHeading(this.#text) && !mayContainRealNames(this.#text);
		if (this.#text.trim() !== '' && !hasOnlyPseudonyms) this.#isQuestioned = true;
	}

	/** Puts a file's pseudonyms in the field. `hasHeading`: the file's heading says that they are pseudonyms. */
	putPseudonyms(text: string, hasHeading: boolean): void {
		this.text = text;
		if (hasHeading) this.answerNoNames();
		else this.askAboutRealNames();
	}

	answerNoNames(): void {
		this.#isQuestioned = false;
		this.#textWithoutNames = this.#text;
	}

	checkSendable(): boolean {
		if (mayContainRealNames(this.#text) && this.#textWithoutNames !== this.#text) this.#isQuestioned = true;
		return !this.#isQuestioned;
	}
}
