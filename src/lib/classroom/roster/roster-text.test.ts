/** Tests that pasted lines which may be real names are sent only after the teacher confirms that they are pseudonyms. */
import { describe, expect, test } from 'vitest';
import { RosterText } from './roster-text.svelte.ts';

const changeRosterText = (rosterText: RosterText, text: string, inputType?: string, data?: string): void =>
	rosterText.takeInput(text, {
		...(inputType === undefined ? {} : { inputType }),
		...(data === undefined ? {} : { data })
	});

function createPastedRosterText(text: string): RosterText {
	const rosterText = new RosterText();
	changeRosterText(rosterText, text, 'insertFromPaste');
	return rosterText;
}

/** Real names that cannot be recognised as such: first names alone, and full names without capitals. */
const UNCLEAR_ROSTER_TEXTS = ['Camille\nNolan\nAwa', 'camille dupont\nnolan martin', 'Zoé'];

describe.each(UNCLEAR_ROSTER_TEXTS)('brought into the field: %j', (text) => {
	test.each(['insertFromPaste', 'insertFromDrop', 'insertFromYank', 'historyRedo', undefined])('by %s', (inputType) => {
		const rosterText = new RosterText();
		changeRosterText(rosterText, text, inputType);
		expect(rosterText.isQuestioned).toBe(true);
		expect(rosterText.checkSendable()).toBe(false);
	});

	test('by a file without a heading, or by a page that loads', () => {
		const fileText = new RosterText();
		fileText.putPseudonyms(text, false);
		expect(fileText.checkSendable()).toBe(false);
		const restoredText = new RosterText();
		restoredText.text = text;
		restoredText.question();
		expect(restoredText.checkSendable()).toBe(false);
	});

	test('the question stays while the text is typed on', () => {
		const rosterText = createPastedRosterText(text);
		changeRosterText(rosterText, `${text}\n`, 'insertLineBreak');
		changeRosterText(rosterText, `${text}s`, 'insertText', 's');
		changeRosterText(rosterText, text.slice(0, -1), 'deleteContentBackward');
		expect(rosterText.isQuestioned).toBe(true);
		expect(rosterText.checkSendable()).toBe(false);
	});

	test('the question goes with an answer, and comes with the next paste', () => {
		const rosterText = createPastedRosterText(text);
		rosterText.answerNoNames();
		expect(rosterText.checkSendable()).toBe(true);
		changeRosterText(rosterText, `${text}\nLou`, 'insertFromPaste');
		expect(rosterText.checkSendable()).toBe(false);
	});

	test('the question goes when the field is emptied, and comes back when that is undone', () => {
		const rosterText = createPastedRosterText(text);
		changeRosterText(rosterText, '', 'deleteContentBackward');
		changeRosterText(rosterText, 'Loup', 'insertText', 'p');
		expect(rosterText.checkSendable()).toBe(true);
		changeRosterText(rosterText, text, 'historyUndo');
		expect(rosterText.checkSendable()).toBe(false);
	});
});

test('typed pseudonyms are not asked about, typed names are', () => {
	const rosterText = new RosterText();
	changeRosterText(rosterText, 'Loup\nZoé', 'insertText', 'é');
	expect(rosterText.checkSendable()).toBe(true);
	changeRosterText(rosterText, 'Camille Dupont', 'insertText', 't');
	expect(rosterText.isQuestioned).toBe(false);
	expect(rosterText.checkSendable()).toBe(false);
	rosterText.answerNoNames();
	expect(rosterText.checkSendable()).toBe(true);
});

test('an on-screen keyboard that inserts its clipboard is asked about', () => {
	const rosterText = new RosterText();
	changeRosterText(rosterText, 'Camille\nAwa', 'insertText', 'Camille\nAwa');
	expect(rosterText.checkSendable()).toBe(false);
});

test('a heading that says pseudonyms answers the question', () => {
	expect(createPastedRosterText('Pseudonyme\nLoup\nZoé').checkSendable()).toBe(true);
	expect(createPastedRosterText('Pseudonyme;Nom\nLoup;Zoé').isQuestioned).toBe(true);
	const fileText = new RosterText();
	fileText.putPseudonyms('Chat Noir\nGrand Duc', true);
	expect(fileText.checkSendable()).toBe(true);
});
