/** Tests that reading aloud chooses a voice of the machine in the text's language, and never a network voice. */
import { expect, test } from 'vitest';
import { chooseVoice } from './voices.ts';

const createVoice = (lang: string, localService: boolean, isDefault = false) => ({
	lang,
	localService,
	default: isDefault
});

test('a network voice is never chosen, though it is the only one or the usual one', () => {
	expect(chooseVoice([createVoice('fr-FR', false, true)], 'fr')).toBeUndefined();
	expect(chooseVoice([createVoice('fr-FR', false, true), createVoice('fr-CA', true)], 'fr')).toEqual(
		createVoice('fr-CA', true)
	);
});

test('the machine’s usual voice is chosen before its others', () => {
	expect(chooseVoice([createVoice('en-US', true), createVoice('en-GB', true, true)], 'en')).toEqual(
		createVoice('en-GB', true, true)
	);
});

test('a voice of another language is not chosen', () => {
	expect(chooseVoice([createVoice('de-DE', true, true), createVoice('fro', true)], 'fr')).toBeUndefined();
	expect(chooseVoice([createVoice('fr_FR', true)], 'fr')).toEqual(createVoice('fr_FR', true));
});
