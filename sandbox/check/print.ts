import { viewOfValue, type ValueView } from './view.ts';

const MAX_LINE_CHARACTERS = 72;
const MAX_PRINT_DEPTH = 6;
const MAX_PRINTED_MEMBERS = 50;
const MAX_PRINTED_CHARACTERS = 4000;

/** Prints a value with strings quoted, short values on one line and long ones indented. Never throws. */
export function printValue(value: unknown): string {
	try {
		const budget = { charactersLeft: MAX_PRINTED_CHARACTERS };
		const text = printNestedValue(value, 0, [], budget);
		return text.length > MAX_PRINTED_CHARACTERS ? `${text.slice(0, MAX_PRINTED_CHARACTERS)}…` : text;
	} catch {
		return '(unreadable)';
	}
}

interface PrintBudget {
	charactersLeft: number;
}

function printNestedValue(value: unknown, depth: number, outerValues: unknown[], budget: PrintBudget): string {
	if (outerValues.includes(value)) return '(circular)';
	const view = viewOfValue(value, MAX_PRINTED_MEMBERS);
	const text = view.kind === 'leaf' ? leafText(view) : textWithMembers(value, view, depth, outerValues, budget);
	budget.charactersLeft -= view.kind === 'leaf' ? text.length : 4;
	return text;
}

function leafText(view: ValueView & { kind: 'leaf' }): string {
	return view.shownKind === 'string' ? JSON.stringify(view.text) : view.text;
}

function textWithMembers(
	value: unknown,
	view: ValueView & { kind: 'open' },
	depth: number,
	outerValues: unknown[],
	budget: PrintBudget
): string {
	const [start, end] = view.brackets === '[]' ? ['[', ']'] : ['{', '}'];
	const heading = view.shownKind === 'error' ? `[${view.heading}]` : view.heading;
	if (view.members.length === 0 && view.hiddenCount === 0) {
		if (view.shownKind === 'error') return heading;
		return heading === '' ? start + end : `${heading} ${start}${end}`;
	}
	const headingPrefix = heading === '' ? '' : `${heading} `;
	if (depth >= MAX_PRINT_DEPTH || budget.charactersLeft <= 0) return `${headingPrefix}${start}…${end}`;
	const memberTexts: string[] = [];
	let hiddenCount = view.hiddenCount;
	for (const { key, value: member } of view.members) {
		if (budget.charactersLeft <= 0) {
			hiddenCount += 1;
			continue;
		}
		const text = printNestedValue(member, depth + 1, [...outerValues, value], budget);
		memberTexts.push(key === undefined ? text : `${memberKeyText(key, view.heading)}${text}`);
	}
	if (hiddenCount > 0) memberTexts.push(`… ${hiddenCount} more`);
	const singleLine = `${headingPrefix}${start}${view.brackets === '[]' ? '' : ' '}${memberTexts.join(', ')}${view.brackets === '[]' ? '' : ' '}${end}`;
	if (singleLine.length + depth * 2 <= MAX_LINE_CHARACTERS && !singleLine.includes('\n')) return singleLine;
	const indent = '  '.repeat(depth + 1);
	return `${headingPrefix}${start}\n${memberTexts.map((text) => indent + text).join(',\n')}\n${'  '.repeat(depth)}${end}`;
}

function memberKeyText(key: string, heading: string): string {
	if (heading.endsWith(')')) return `${key} => `;
	return /^[\p{ID_Start}$_[][\p{ID_Continue}$\]() .]*$/u.test(key) ? `${key}: ` : `${JSON.stringify(key)}: `;
}
