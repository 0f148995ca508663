/** Finds parts of a text that lead to one person: e-mail, telephone, IBAN, number plate. */
const PERSON_SHAPES = ['email', 'iban', 'phone', 'plate'] as const;
export type PersonShape = (typeof PERSON_SHAPES)[number];

export interface FoundPersonShape {
	shape: PersonShape;
	text: string;
}

/**
 * Pattern of each shape. A match is taken out of the text before the next shape is sought, so that the digits of an IBAN do not count as a
 * telephone number.
 */
const SHAPE_PATTERNS: Record<PersonShape, RegExp> = {
	email: /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
	iban: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z\d]{4}){3,7}(?:[ \u00a0]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
	phone: /(?<![\d,.+])(?:\+\d{1,3}[\s.-]?(?:\(0\)[\s.-]?)?\d|0\d)(?:[\s.-]?\d{2}){4}(?!\d)/gu,
	plate:
		/(?<![\p{L}\d])(?:[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?[A-HJ-NP-TV-Z]{2}|\d{1,4} [A-HJ-NP-TV-Z]{2,3} (?:\d{2,3}|2[AB]))(?![\p{L}\d])/gu
};

/** Returns the person shapes in a text, each matching text once, in the order of `PERSON_SHAPES`. */
export function findPersonShapes(text: string): FoundPersonShape[] {
	let remainingText = text;
	return PERSON_SHAPES.flatMap((shape) => {
		const matches = [...new Set(remainingText.match(SHAPE_PATTERNS[shape]) ?? [])];
		remainingText = remainingText.replace(SHAPE_PATTERNS[shape], ' \n ');
		return matches.map((each) => ({ shape, text: each }));
	});
}
