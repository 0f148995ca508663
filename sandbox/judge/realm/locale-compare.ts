/** Gives `localeCompare` dictionary order, because in QuickJS it compares only code points. */
const CHARACTERS_IN_ORDER = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789';
/** Accents in their order: acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, cedilla, ogonek. */
const ACCENTS_IN_ORDER = '\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328';
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', Œ: 'OE', Æ: 'AE', ß: 'ss' };

interface OrderedCharacter {
	baseOrder: number;
	accents: string;
	isCapital: boolean;
}

function orderedCharactersOf(text: string): OrderedCharacter[] {
	const signs: OrderedCharacter[] = [];
	for (const sign of text.replace(/[œæŒÆß]/g, (joined) => LIGATURES[joined] ?? joined).normalize('NFD')) {
		const lastSign = signs.at(-1);
		if (/\p{M}/u.test(sign) && lastSign) {
			lastSign.accents += ACCENTS_IN_ORDER.includes(sign)
				? String.fromCharCode(1 + ACCENTS_IN_ORDER.indexOf(sign))
				: sign;
			continue;
		}
		const lowerCaseSign = sign.toLowerCase();
		const position = CHARACTERS_IN_ORDER.indexOf(lowerCaseSign);
		signs.push({
			baseOrder: position < 0 ? 1000 + (lowerCaseSign.codePointAt(0) ?? 0) : position,
			accents: '',
			isCapital: lowerCaseSign !== sign
		});
	}
	return signs;
}

/**
 * Returns -1, 0 or 1: compares letters first, then accents, then small before capital letters. Latin letters, digits and the signs
 * of a French keyboard are ordered as ICU orders them for French and English. Other characters come after them, by code point.
 */
export function compareByLocale(one: string, other: string): number {
	const [a, b] = [orderedCharactersOf(one), orderedCharactersOf(other)];
	const compareUntilDifference = (compareSigns: (x: OrderedCharacter, y: OrderedCharacter) => number): number => {
		for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
			const [x, y] = [a[at], b[at]];
			const order = x && y ? compareSigns(x, y) : 0;
			if (order !== 0) return Math.sign(order);
		}
		return 0;
	};
	return (
		compareUntilDifference((x, y) => x.baseOrder - y.baseOrder) ||
		Math.sign(a.length - b.length) ||
		compareUntilDifference((x, y) => (x.accents === y.accents ? 0 : x.accents < y.accents ? -1 : 1)) ||
		compareUntilDifference((x, y) => Number(x.isCapital) - Number(y.isCapital))
	);
}

export function installLocaleCompare(): void {
	Object.defineProperty(String.prototype, 'localeCompare', {
		value: function localeCompare(this: unknown, other: unknown) {
			return compareByLocale(String(this), String(other));
		},
		writable: true,
		configurable: true
	});
}
