/** Words to remember: a passphrase of three, and a pseudonym to propose. */
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/french.js';
import type { Language } from '../../domain/challenge.ts';
import { proposePseudonym } from '../../domain/proposed-pseudonym.ts';

const WORDS = wordlist.map((word) => word.normalize('NFC'));
/** 2048³ are 33 bits: at one attempt a minute, 8000 years for half of them. */
const PASSPHRASE_WORDS = 3;

export function newPassphraseWords(): string {
	return Array.from({ length: PASSPHRASE_WORDS }, oneWord).join(' ');
}

/** For whoever comes without a card. */
export const proposedPseudonym = (language: Language): string => proposePseudonym(language, randomInt).shown;

const oneWord = () => WORDS[randomInt(WORDS.length)] as string;
