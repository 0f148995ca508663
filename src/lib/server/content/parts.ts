/** Builds the large parts of a challenge, which a page needs only once its scripts run. */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeAround } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';

interface Part {
	/** The address has no language, because the hash of the content differs by language. */
	address: string;
	type: string;
	body: string;
}

export interface Parts {
	/** The compiled start program and its scene, which the first picture needs. */
	start: Part;
	around: Part;
	/** The challenge as its page carries it, for cached pages that hold no challenge. */
	page: Part;
}

const known = new WeakMap<Challenge, Map<Language, Parts>>();

/**
 * An address names its content, so a browser fetches each part once. It begins with the version's hash, because an assignment may pin an
 * older version.
 */
export function partsOf(challenge: Challenge, language: Language): Parts {
	const languages = known.get(challenge) ?? new Map<Language, Parts>();
	known.set(challenge, languages);
	const parts = languages.get(language) ?? make(challenge, language);
	languages.set(language, parts);
	return parts;
}

/** Hexadecimal digits of a hash in an address. */
const PREFIX = 16;

export function versionIn(digest: string): string | undefined {
	return /^([0-9a-f]{16})-[0-9a-f]{16}$/.exec(digest)?.[1];
}

function make(challenge: Challenge, language: Language): Parts {
	const { surroundings, startBundle } = challenge;
	const { code, map } = startBundle[language];
	const around: ChallengeAround = { surroundings, startMap: map };
	return {
		// Served as text, so that it can never run as a script of the app.
		start: part(challenge, 'start.txt', 'text/plain; charset=utf-8', code),
		around: part(challenge, 'around.json', 'application/json', JSON.stringify(around)),
		page: part(challenge, 'page.json', 'application/json', JSON.stringify(withoutParts(challenge, language)))
	};
}

function part({ id, hash }: Challenge, name: string, type: string, body: string): Part {
	const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { address: `/challenges/${id}/${hash.slice(0, PREFIX)}-${digest}/${name}`, type, body };
}

/** Returns the challenge in one language without its large parts. Page data serialises an object that it meets twice only once. */
export function withoutParts(challenge: Challenge, language: Language): Challenge {
	const empty = { code: '', map: '' };
	const start = challenge.start[language];
	const opens = challenge.opens[language];
	const text = challenge.text[language];
	return {
		...challenge,
		surroundings: {},
		startBundle: { fr: empty, en: empty },
		start: { fr: start, en: start },
		opens: { fr: opens, en: opens },
		text: { fr: text, en: text }
	};
}
