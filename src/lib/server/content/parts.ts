/**
 * What a page needs of a challenge only once its scripts run, and by far the larger part. It does not come with the page: it stands
 * at an address that names its content, so a browser fetches it once.
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
}

const known = new WeakMap<Challenge, Map<Language, Parts>>();

export function partsOf(challenge: Challenge, language: Language): Parts {
	const languages = known.get(challenge) ?? new Map<Language, Parts>();
	known.set(challenge, languages);
	const parts = languages.get(language) ?? make(challenge, language);
	languages.set(language, parts);
	return parts;
}

function make({ id, surroundings, startBundle }: Challenge, language: Language): Parts {
	const { code, map } = startBundle[language];
	const around: ChallengeAround = { surroundings, startMap: map };
	return {
		// Text, so that nothing can ever run it as a script of the app.
		start: part(id, 'start.txt', 'text/plain; charset=utf-8', code),
		around: part(id, 'around.json', 'application/json', JSON.stringify(around))
	};
}

function part(id: string, name: string, type: string, body: string): Part {
	const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { address: `/challenges/${id}/${digest}/${name}`, type, body };
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
