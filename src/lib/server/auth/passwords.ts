import { authLibrary } from './auth-library.ts';
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

export const proposeNewPseudonym = (language: Language): string => proposePseudonym(language, randomInt).text;

const pickRandomWord = () => WORD_LIST[randomInt(WORD_LIST.length)] as string;

export async function createPasswordHash(words: string): Promise<string> {
	const { password } = await authLibrary(false).$context;
	return password.hash(words);
}

/** Takes as long without a stored hash, so that the time does not reveal whether an account exists. */
export async function matchesPasswordHash(storedHash: string | undefined, words: string): Promise<boolean> {
	const { password } = await authLibrary(false).$context;
	if (storedHash !== undefined) return password.verify({ hash: storedHash, password: words });
	await password.hash(words);
	return false;
}
