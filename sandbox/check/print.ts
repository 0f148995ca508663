/** Values as text, for the expected and received sides of a failure. */
import { viewOfValue, type ValueView } from './view.ts';

const LINE_WIDTH = 72;
const MAX_DEPTH = 6;
const MOST_MEMBERS = 50;
const MAX_CHARACTERS = 4000;

/** Prints a value with strings quoted, short values on one line and long ones indented. Never throws. */
export function printValue(value: unknown): string {
	try {
		const budget = { charactersLeft: MAX_CHARACTERS };
		const text = printNestedValue(value, 0, [], budget);
		return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
	} catch {
		return '(unreadable)';
	}
}

interface Budget {
	charactersLeft: number;
}

function printNestedValue(value: unknown, depth: number, above: unknown[], budget: Budget): string {
	if (above.includes(value)) return '(circular)';
	const view = viewOfValue(value, MOST_MEMBERS);
	const text = view.kind === 'leaf' ? leafText(view) : openText(value, view, depth, above, budget);
	budget.charactersLeft -= view.kind === 'leaf' ? text.length : 4;
	return text;
}

function leafText(view: ValueView & { kind: 'leaf' }): string {
	return view.shownKind === 'string' ? JSON.stringify(view.text) : view.text;
}

function openText(
	value: unknown,
	view: ValueView & { kind: 'open' },
	depth: number,
	above: unknown[],
	budget: Budget
): string {
	const [start, end] = view.brackets === '[]' ? ['[', ']'] : ['{', '}'];
	const head = view.shownKind === 'error' ? `[${view.heading}]` : view.heading;
	if (view.members.length === 0 && view.hiddenCount === 0) {
		if (view.shownKind === 'error') return head;
		return head === '' ? start + end : `${head} ${start}${end}`;
	}
	const before = head === '' ? '' : `${head} `;
	if (depth >= MAX_DEPTH || budget.charactersLeft <= 0) return `${before}${start}…${end}`;
	const inside: string[] = [];
	let hiddenCount = view.hiddenCount;
	for (const { key, value: member } of view.members) {
		if (budget.charactersLeft <= 0) {
			hiddenCount += 1;
			continue;
		}
		const text = printNestedValue(member, depth + 1, [...above, value], budget);
		inside.push(key === undefined ? text : `${keyText(key, view.heading)}${text}`);
	}
	if (hiddenCount > 0) inside.push(`… ${hiddenCount} more`);
	const line = `${before}${start}${view.brackets === '[]' ? '' : ' '}${inside.join(', ')}${view.brackets === '[]' ? '' : ' '}${end}`;
	if (line.length + depth * 2 <= LINE_WIDTH && !line.includes('\n')) return line;
	const indent = '  '.repeat(depth + 1);
	return `${before}${start}\n${inside.map((text) => indent + text).join(',\n')}\n${'  '.repeat(depth)}${end}`;
}

function keyText(key: string, head: string): string {
	if (head.endsWith(')')) return `${key} => `;
	return /^[\p{ID_Start}$_[][\p{ID_Continue}$\]() .]*$/u.test(key) ? `${key}: ` : `${JSON.stringify(key)}: `;
}
