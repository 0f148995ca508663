import { expect, test } from 'vitest';
import { chooseVoice } from './voices.ts';

const createVoice = (lang: string, localService: boolean, isDefault = false) => ({
	lang,
	localService,
	default: isDefault
});

test('a network voice is never chosen, even if it is the only voice or the default', () => {
	expect(chooseVoice([createVoice('fr-FR', false, true)], 'fr')).toBeUndefined();
	expect(chooseVoice([createVoice('fr-FR', false, true), createVoice('fr-CA', true)], 'fr')).toEqual(
		createVoice('fr-CA', true)
	);
});

test('the machine’s default voice is preferred to its other voices', () => {
	expect(chooseVoice([createVoice('en-US', true), createVoice('en-GB', true, true)], 'en')).toEqual(
		createVoice('en-GB', true, true)
	);
});

test('a voice of another language is not chosen', () => {
	expect(chooseVoice([createVoice('de-DE', true, true), createVoice('fro', true)], 'fr')).toBeUndefined();
	expect(chooseVoice([createVoice('fr_FR', true)], 'fr')).toEqual(createVoice('fr_FR', true));
});
