/** Words to remember: a passphrase of three, and a pseudonym to propose. */
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/french.js';

const WORDS = wordlist.map((word) => word.normalize('NFC'));
/** 2048³ are 33 bits: at one attempt a minute, 8000 years for half of them. */
const PASSPHRASE_WORDS = 3;

export function newPassphraseWords(): string {
	return Array.from({ length: PASSPHRASE_WORDS }, oneWord).join(' ');
}

/** Two short words that say nothing of anyone. */
export function proposedPseudonym(): string {
	return `${capital(oneWord())} ${capital(oneWord())}`;
}

const oneWord = () => WORDS[randomInt(WORDS.length)] as string;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
