import { describe, expect, test } from 'vitest';
import { RosterText } from './roster-text.svelte.ts';

const changeRosterText = (rosterText: RosterText, text: string, inputType?: string, data?: string): void =>
	rosterText.takeFieldText(text, {
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

describe.each(UNCLEAR_ROSTER_TEXTS)('possible real names %j in the roster field', (text) => {
	test.each(['insertFromPaste', 'insertFromDrop', 'insertFromYank', 'historyRedo', undefined])(
		'are questioned and cannot be sent after the input type %s',
		(inputType) => {
			const rosterText = new RosterText();
			changeRosterText(rosterText, text, inputType);
			expect(rosterText.isQuestioned).toBe(true);
			expect(rosterText.checkSendable()).toBe(false);
		}
	);

	test('cannot be sent when a file without a heading or a page load brings them', () => {
		const fileText = new RosterText();
		fileText.putPseudonyms(text, false);
		expect(fileText.checkSendable()).toBe(false);
		const restoredText = new RosterText();
		restoredText.text = text;
		restoredText.askAboutRealNames();
		expect(restoredText.checkSendable()).toBe(false);
	});

	test('stay questioned while the text is edited by typing', () => {
		const rosterText = createPastedRosterText(text);
		changeRosterText(rosterText, `${text}\n`, 'insertLineBreak');
		changeRosterText(rosterText, `${text}s`, 'insertText', 's');
		changeRosterText(rosterText, text.slice(0, -1), 'deleteContentBackward');
		expect(rosterText.isQuestioned).toBe(true);
		expect(rosterText.checkSendable()).toBe(false);
	});

	test('can be sent after the teacher says that they are not names, until the next paste', () => {
		const rosterText = createPastedRosterText(text);
		rosterText.answerNoNames();
		expect(rosterText.checkSendable()).toBe(true);
		changeRosterText(rosterText, `${text}\nLou`, 'insertFromPaste');
		expect(rosterText.checkSendable()).toBe(false);
	});

	test('no longer block sending after the field is emptied, until that is undone', () => {
		const rosterText = createPastedRosterText(text);
		changeRosterText(rosterText, '', 'deleteContentBackward');
		changeRosterText(rosterText, 'Loup', 'insertText', 'p');
		expect(rosterText.checkSendable()).toBe(true);
		changeRosterText(rosterText, text, 'historyUndo');
		expect(rosterText.checkSendable()).toBe(false);
	});
});

test('typed pseudonyms can be sent at once, a typed full name only after the teacher’s confirmation', () => {
	const rosterText = new RosterText();
	changeRosterText(rosterText, 'Loup\nZoé', 'insertText', 'é');
	expect(rosterText.checkSendable()).toBe(true);
	changeRosterText(rosterText, 'Camille Dupont', 'insertText', 't');
	expect(rosterText.isQuestioned).toBe(false);
	expect(rosterText.checkSendable()).toBe(false);
	rosterText.answerNoNames();
	expect(rosterText.checkSendable()).toBe(true);
});

test('text that an on-screen keyboard inserts from its clipboard cannot be sent unconfirmed', () => {
	const rosterText = new RosterText();
	changeRosterText(rosterText, 'Camille\nAwa', 'insertText', 'Camille\nAwa');
	expect(rosterText.checkSendable()).toBe(false);
});

test('a list headed as pseudonyms can be sent, unless it also has a column of names', () => {
	expect(createPastedRosterText('Pseudonyme\nLoup\nZoé').checkSendable()).toBe(true);
	expect(createPastedRosterText('Pseudonyme;Nom\nLoup;Zoé').isQuestioned).toBe(true);
	const fileText = new RosterText();
	fileText.putPseudonyms('Chat Noir\nGrand Duc', true);
	expect(fileText.checkSendable()).toBe(true);
});
