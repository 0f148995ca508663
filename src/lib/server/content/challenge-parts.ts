import { createHash } from 'node:crypto';
import type { Challenge, ChallengeCompilerFiles } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';

interface ChallengePart {
	/** Address of the part. It names no language, because the hash in it differs between languages. */
	address: string;
	type: string;
	body: string;
}

export interface DeferredChallengeParts {
	/** The compiled start program with its scene, which draws the first picture. */
	start: ChallengePart;
	surroundings: ChallengePart;
	/** The challenge without its large parts. Cached pages fetch it, because they contain no data of the challenge. */
	page: ChallengePart;
}

const cachedChallengeParts = new WeakMap<Challenge, Map<Language, DeferredChallengeParts>>();

/**
 * Returns the parts of a challenge. An address names the part's content, so a browser fetches each part once. The address begins with the
 * version's hash, because an assignment may pin an older version.
 */
export function challengePartsOf(challenge: Challenge, language: Language): DeferredChallengeParts {
	const languages = cachedChallengeParts.get(challenge) ?? new Map<Language, DeferredChallengeParts>();
	cachedChallengeParts.set(challenge, languages);
	const parts = languages.get(language) ?? createChallengeParts(challenge, language);
	languages.set(language, parts);
	return parts;
}

const HASH_PREFIX_CHARACTERS = 16;

export function findVersionHashPrefix(digest: string): string | undefined {
	return /^([0-9a-f]{16})-[0-9a-f]{16}$/.exec(digest)?.[1];
}

function createChallengeParts(challenge: Challenge, language: Language): DeferredChallengeParts {
	const { surroundings, startBundle } = challenge;
	const { code, map, files } = startBundle[language];
	const authorSurroundings: ChallengeCompilerFiles = {
		surroundings,
		startMap: map,
		...(files && { startFiles: files })
	};
	return {
		// Served as text, so that it can never run as a script of the app.
		start: createChallengePart(challenge, 'start.txt', 'text/plain; charset=utf-8', code),
		surroundings: createChallengePart(challenge, 'around.json', 'application/json', JSON.stringify(authorSurroundings)),
		page: createChallengePart(
			challenge,
			'page.json',
			'application/json',
			JSON.stringify(challengeWithoutLargeParts(challenge, language))
		)
	};
}

function createChallengePart({ id, hash }: Challenge, name: string, type: string, body: string): ChallengePart {
	const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { address: `/challenges/${id}/${hash.slice(0, HASH_PREFIX_CHARACTERS)}-${digest}/${name}`, type, body };
}

export function challengeWithoutLargeParts(challenge: Challenge, language: Language): Challenge {
	const empty = { code: '', map: '' };
	return { ...selectChallengeLanguage(challenge, language), surroundings: {}, startBundle: { fr: empty, en: empty } };
}

/** Both languages share one object, which page data serialises only once. */
export function selectChallengeLanguage(challenge: Challenge, language: Language): Challenge {
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
