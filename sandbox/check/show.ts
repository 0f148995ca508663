/** Values as they are shown in a console. */
import type { Shown } from '../report.ts';
import { print } from './print.ts';
import { view } from './view.ts';

const DEEPEST = 5;
const MOST_MEMBERS = 100;
const MOST_IN_ALL = 1000;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 10_000;

/** Copies a value into a foldable form, cut to size and safe to render. Never throws. */
export function show(value: unknown): Shown {
	return showValue(value, 0, [], { left: MOST_IN_ALL });
}

function showValue(value: unknown, depth: number, above: unknown[], budget: { left: number }): Shown {
	budget.left -= 1;
	if (above.includes(value)) return { kind: 'other', text: '(circular)' };
	const seen = view(value, MOST_MEMBERS);
	if (seen.kind === 'leaf') return { kind: seen.shown, text: cut(seen.text, LONGEST_TEXT) };
	const text = seen.shown === 'error' ? cut(seen.head, LONGEST_TEXT) : cut(oneLine(value), LONGEST_LINE);
	const result: Shown = { kind: seen.shown, text };
	if (seen.members.length === 0 || depth >= DEEPEST || budget.left <= 0) {
		return seen.members.length + seen.more > 0 ? { ...result, more: seen.members.length + seen.more } : result;
	}
	const entries: { key: string; value: Shown }[] = [];
	let left = seen.more;
	seen.members.forEach((member, index) => {
		if (budget.left <= 0) left += 1;
		else
			entries.push({
				key: member.key ?? String(index),
				value: showValue(member.value, depth + 1, [...above, value], budget)
			});
	});
	return left > 0 ? { ...result, entries, more: left } : { ...result, entries };
}

function oneLine(value: unknown): string {
	return print(value).replace(/\n\s*/g, ' ');
}

function cut(text: string, longest: number): string {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
