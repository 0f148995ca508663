/** Builds the large parts of a challenge, which a page needs only once its scripts run. */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeAround } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';

interface ChallengePart {
	/** The address has no language, because the hash of the content differs by language. */
	address: string;
	type: string;
	body: string;
}

export interface ChallengeParts {
	/** The compiled start program and its scene, which the first picture needs. */
	start: ChallengePart;
	around: ChallengePart;
	/** The challenge as its page carries it, for cached pages that hold no challenge. */
	page: ChallengePart;
}

const partsOfChallenge = new WeakMap<Challenge, Map<Language, ChallengeParts>>();

/**
 * An address names its content, so a browser fetches each part once. It begins with the version's hash, because an assignment may pin an
 * older version.
 */
export function challengePartsOf(challenge: Challenge, language: Language): ChallengeParts {
	const languages = partsOfChallenge.get(challenge) ?? new Map<Language, ChallengeParts>();
	partsOfChallenge.set(challenge, languages);
	const parts = languages.get(language) ?? createParts(challenge, language);
	languages.set(language, parts);
	return parts;
}

/** Hexadecimal digits of a hash in an address. */
const DIGEST_CHARACTERS = 16;

export function versionHashPrefixIn(digest: string): string | undefined {
	return /^([0-9a-f]{16})-[0-9a-f]{16}$/.exec(digest)?.[1];
}

function createParts(challenge: Challenge, language: Language): ChallengeParts {
	const { surroundings, startBundle } = challenge;
	const { code, map } = startBundle[language];
	const around: ChallengeAround = { surroundings, startMap: map };
	return {
		// Served as text, so that it can never run as a script of the app.
		start: createPart(challenge, 'start.txt', 'text/plain; charset=utf-8', code),
		around: createPart(challenge, 'around.json', 'application/json', JSON.stringify(around)),
		page: createPart(challenge, 'page.json', 'application/json', JSON.stringify(withoutLargeParts(challenge, language)))
	};
}

function createPart({ id, hash }: Challenge, name: string, type: string, body: string): ChallengePart {
	const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { address: `/challenges/${id}/${hash.slice(0, DIGEST_CHARACTERS)}-${digest}/${name}`, type, body };
}

/** Returns the challenge in one language without its large parts. */
export function withoutLargeParts(challenge: Challenge, language: Language): Challenge {
	const empty = { code: '', map: '' };
	return { ...inOneLanguage(challenge, language), surroundings: {}, startBundle: { fr: empty, en: empty } };
}

/** Returns the challenge in one language. Page data serialises an object that it meets twice only once. */
export function inOneLanguage(challenge: Challenge, language: Language): Challenge {
	const start = challenge.start[language];
	const opens = challenge.opens[language];
	const text = challenge.text[language];
	const bundle = challenge.startBundle[language];
	return {
		...challenge,
		startBundle: { fr: bundle, en: bundle },
		start: { fr: start, en: start },
		opens: { fr: opens, en: opens },
		text: { fr: text, en: text }
	};
}
