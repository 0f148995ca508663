/**
 * What a page needs of a challenge only once its scripts run, and by far the larger part. It does not come with the page: it stands
 * at an address that names its content, so a browser fetches it once. The address begins with the version's own hash, for the version
 * that an assignment pins is not always the latest.
 */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeAround, Language } from '../../domain/challenge.ts';

export interface Part {
	/** Without a language: the content's own hash says which. */
	address: string;
	type: string;
	body: string;
}

export interface Parts {
	/** The start's program and its scene, compiled: all that the first picture waits for. */
	start: Part;
	around: Part;
	/** The challenge as its page carries it: for a page that is drawn for nobody and has to ask. */
	page: Part;
}

const known = new WeakMap<Challenge, Map<Language, Parts>>();

export function partsOf(challenge: Challenge, language: Language): Parts {
	const languages = known.get(challenge) ?? new Map<Language, Parts>();
	known.set(challenge, languages);
	const parts = languages.get(language) ?? make(challenge, language);
	languages.set(language, parts);
	return parts;
}

/** Of a hash, as much as an address needs. */
const PREFIX = 16;

/** The beginning of the version's hash in an address. */
export function versionIn(digest: string): string | undefined {
	return /^([0-9a-f]{16})-[0-9a-f]{16}$/.exec(digest)?.[1];
}

function make(challenge: Challenge, language: Language): Parts {
	const { surroundings, startBundle } = challenge;
	const { code, map } = startBundle[language];
	const around: ChallengeAround = { surroundings, startMap: map };
	return {
		// Text, so that nothing can ever run it as a script of the app.
		start: part(challenge, 'start.txt', 'text/plain; charset=utf-8', code),
		around: part(challenge, 'around.json', 'application/json', JSON.stringify(around)),
		page: part(challenge, 'page.json', 'application/json', JSON.stringify(withoutParts(challenge, language)))
	};
}

function part({ id, hash }: Challenge, name: string, type: string, body: string): Part {
	const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { address: `/challenges/${id}/${hash.slice(0, PREFIX)}-${digest}/${name}`, type, body };
}

/** The challenge as its page carries it, in one language. Page data writes an object that it meets twice once. */
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
