/** Recognises TypeScript errors by number; only names are read from their messages. */
import type { Mistake, RecognisedMistake } from './explanation.ts';

const MISTAKE_BY_CODE: Record<number, Mistake> = {
	1002: 'quote',
	1003: 'nameNeeded',
	1010: 'comment',
	1104: 'breakOutside',
	1105: 'breakOutside',
	1108: 'returnOutside',
	1109: 'expression',
	1117: 'propertyTwice',
	1123: 'nameNeeded',
	1127: 'character',
	1128: 'statement',
	1136: 'expected',
	1137: 'comma',
	1144: 'openingBrace',
	1155: 'constantEmpty',
	1160: 'template',
	1308: 'await',
	1312: 'colon',
	1345: 'emptyCondition',
	1351: 'digit',
	1359: 'reserved',
	1389: 'reserved',
	1434: 'keyword',
	1435: 'keyword',
	2300: 'twice',
	2304: 'unknown',
	2305: 'export',
	2307: 'module',
	2322: 'assigned',
	2323: 'twice',
	2339: 'property',
	2345: 'argument',
	2349: 'notFunction',
	2353: 'excessProperty',
	2355: 'noReturn',
	2362: 'calculation',
	2363: 'calculation',
	2365: 'operator',
	2366: 'someReturn',
	2367: 'neverEqual',
	2393: 'functionTwice',
	2448: 'tooEarly',
	2451: 'twice',
	2454: 'unassigned',
	2488: 'notList',
	2531: 'maybeNothing',
	2532: 'maybeNothing',
	2533: 'maybeNothing',
	2540: 'readOnly',
	2551: 'propertyMisspelt',
	2552: 'misspelt',
	2554: 'count',
	2555: 'count',
	2561: 'excessProperty',
	2588: 'constant',
	2663: 'ownMember',
	2678: 'caseNever',
	2724: 'exportMisspelt',
	2739: 'missingProperties',
	2740: 'missingProperties',
	2741: 'missingProperty',
	2769: 'overload',
	2774: 'notCalled',
	2872: 'alwaysTrue',
	2873: 'alwaysFalse',
	18004: 'unknown',
	18047: 'maybeNothing',
	18048: 'maybeNothing',
	18049: 'maybeNothing'
};

/** The mistake for each missing sign; TypeScript's error `'{0}' expected.` has the same number for all signs. */
const MISTAKE_BY_MISSING_SIGN: Record<string, Mistake> = {
	'{': 'openingBrace',
	'}': 'brace',
	'(': 'openingParenthesis',
	')': 'parenthesis',
	']': 'bracket',
	',': 'comma',
	';': 'semicolon',
	':': 'colon'
};

/** Matches a name in quotes. A French apostrophe stands after a letter, an opening quote does not. */
const QUOTED_NAME_PATTERN = /(?<!\p{L})'((?:(?!'(?!\p{L})).)+)'/gu;

/** The line of an error, split where the error begins: `after` begins with the faulty text. */
export interface ErrorLine {
	before: string;
	after: string;
}

export function recogniseDiagnostic(code: number, message: string, line: ErrorLine): RecognisedMistake | undefined {
	const firstLine = message.split('\n', 1)[0] ?? '';
	const quotedNames = [...firstLine.matchAll(QUOTED_NAME_PATTERN)].map(([, name = '']) =>
		name.replace(/^"(.*)"$/, '$1')
	);
	if (code === 1005) return { mistake: chooseMistakeForMissingSign(quotedNames[0] ?? '', line), names: quotedNames };
	if (code === 1134) return { mistake: chooseMistakeAfterKeyword(line), names: quotedNames };
	const mistake = MISTAKE_BY_CODE[code];
	if (mistake === undefined) return undefined;
	if (mistake === 'count') return { mistake, names: firstLine.match(/\d+(?:-\d+)?/g) ?? [] };
	if (mistake === 'missingProperties') return recogniseMissingProperties(quotedNames, firstLine);
	return { mistake: chooseMistakeByTypes(mistake, quotedNames), names: quotedNames };
}

function chooseMistakeByTypes(mistake: Mistake, [given = '', needed = '']: string[]): Mistake {
	const canBeUndefinedOrNull = (type: string) => /\| (?:undefined|null)\b/.test(type);
	const isAboutGivenValue = mistake === 'assigned' || mistake === 'argument' || mistake === 'notList';
	if (isAboutGivenValue && canBeUndefinedOrNull(given) && !canBeUndefinedOrNull(needed)) return 'maybeNothing';
	if (mistake !== 'assigned') return mistake;
	if (given === 'void') return 'nothingReturned';
	return [given, needed].sort().join() === 'number,string' ? 'textOrNumber' : mistake;
}

const LIST_SEPARATOR_PATTERN = /,\s*|\s+et\s+/;

/**
 * Reads the missing properties, which the message lists after its last colon. If one type is a list, the types differ as a whole
 * instead.
 */
function recogniseMissingProperties(types: string[], message: string): RecognisedMistake {
	if (types.some((type) => type.endsWith('[]'))) return { mistake: 'assigned', names: types };
	const [, listed = ''] = /.*:\s*(.+)$/.exec(message) ?? [];
	const properties = listed.split(LIST_SEPARATOR_PATTERN).filter((part) => /^[\p{L}_$][\p{L}\w$]*$/u.test(part));
	const isShortened = properties.length < listed.split(LIST_SEPARATOR_PATTERN).length;
	return { mistake: 'missingProperties', names: [[...properties, ...(isShortened ? ['…'] : [])].join(', ')] };
}

/** TypeScript expects a comma wherever a list could continue: the rest of the line tells which sign is missing. */
function chooseMistakeForMissingSign(sign: string, { before, after }: ErrorLine): Mistake {
	if (sign === '(' && /\bfunction\s+[\p{L}\w$]+\s*$/u.test(before)) return 'functionParentheses';
	if (sign !== ',') return MISTAKE_BY_MISSING_SIGN[sign] ?? 'expected';
	const isBracketOpen = (opening: string, closing: string) =>
		before.split(opening).length > before.split(closing).length;
	if (isBracketOpen('[', ']') && /^\s*(?:;|$)/.test(after)) return 'bracket';
	if (isBracketOpen('(', ')') || isBracketOpen('[', ']')) return 'comma';
	if (/[{,]\s*\w+\s*$/.test(before)) return 'colon';
	if (isBracketOpen('{', '}') && /[{,][^{}]*:[^{}]*$/.test(before)) return 'comma';
	if (/^\s*(?:export\s+)?(?:const|let|var)\b/.test(before)) return before.includes('=') ? 'semicolon' : 'equals';
	return 'comma';
}

function chooseMistakeAfterKeyword({ before, after }: ErrorLine): Mistake {
	if (!/(?:const|let|var)\s*$/.test(before)) return 'decimal';
	return /^\s*\d/.test(after) ? 'digit' : 'nameNeeded';
}
