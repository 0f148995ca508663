import { expect, test } from 'vitest';
import { chooseVoice } from './voices.ts';

const voice = (lang: string, localService: boolean, isDefault = false) => ({ lang, localService, default: isDefault });

test('a network voice is never chosen, though it is the only one or the usual one', () => {
	expect(chooseVoice([voice('fr-FR', false, true)], 'fr')).toBeUndefined();
	expect(chooseVoice([voice('fr-FR', false, true), voice('fr-CA', true)], 'fr')).toEqual(voice('fr-CA', true));
});

test('the machine’s usual voice is chosen before its others', () => {
	expect(chooseVoice([voice('en-US', true), voice('en-GB', true, true)], 'en')).toEqual(voice('en-GB', true, true));
});

test('a voice of another language is not chosen', () => {
	expect(chooseVoice([voice('de-DE', true, true), voice('fro', true)], 'fr')).toBeUndefined();
	expect(chooseVoice([voice('fr_FR', true)], 'fr')).toEqual(voice('fr_FR', true));
});
