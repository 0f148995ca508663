/** Generates a student's passphrase and proposes a pseudonym. */
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/french.js';
import type { Language } from '#lib/domain/language.ts';
import { proposePseudonym } from '#lib/domain/proposed-pseudonym.ts';

const WORD_LIST = wordlist.map((word) => word.normalize('NFC'));
/** 2048³ passphrases are 33 bits: at one attempt a minute, trying half of them takes 8000 years. */
const WORDS_PER_PASSPHRASE = 3;

export function createPassphraseWords(): string {
	return Array.from({ length: WORDS_PER_PASSPHRASE }, pickRandomWord).join(' ');
}

/** Proposes a pseudonym to a student who joins without a card. */
export const proposeNewPseudonym = (language: Language): string => proposePseudonym(language, randomInt).text;

const pickRandomWord = () => WORD_LIST[randomInt(WORD_LIST.length)] as string;
