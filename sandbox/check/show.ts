/** Copies values into the form in which a console shows them. */
import type { ConsoleValue } from '../report.ts';
import { printValue } from './print.ts';
import { viewOfValue } from './view.ts';

const MAX_SHOWN_DEPTH = 5;
const MAX_SHOWN_MEMBERS = 100;
const MAX_SHOWN_VALUES = 1000;
const MAX_LINE_CHARACTERS = 200;
const MAX_TEXT_CHARACTERS = 10_000;

/** Copies a value into a foldable form, cut to size and safe to render. Never throws. */
export function toConsoleValue(value: unknown): ConsoleValue {
	return toNestedConsoleValue(value, 0, [], { valuesLeft: MAX_SHOWN_VALUES });
}

function toNestedConsoleValue(
	value: unknown,
	depth: number,
	outerValues: unknown[],
	budget: { valuesLeft: number }
): ConsoleValue {
	budget.valuesLeft -= 1;
	if (outerValues.includes(value)) return { kind: 'other', text: '(circular)' };
	const view = viewOfValue(value, MAX_SHOWN_MEMBERS);
	if (view.kind === 'leaf') return { kind: view.shownKind, text: truncate(view.text, MAX_TEXT_CHARACTERS) };
	const text =
		view.shownKind === 'error'
			? truncate(view.heading, MAX_TEXT_CHARACTERS)
			: truncate(printOnOneLine(value), MAX_LINE_CHARACTERS);
	const consoleValue: ConsoleValue = { kind: view.shownKind, text };
	if (view.members.length === 0 || depth >= MAX_SHOWN_DEPTH || budget.valuesLeft <= 0) {
		return view.members.length + view.hiddenCount > 0
			? { ...consoleValue, more: view.members.length + view.hiddenCount }
			: consoleValue;
	}
	const entries: { key: string; value: ConsoleValue }[] = [];
	let hiddenCount = view.hiddenCount;
	view.members.forEach((member, index) => {
		if (budget.valuesLeft <= 0) hiddenCount += 1;
		else
			entries.push({
				key: member.key ?? String(index),
				value: toNestedConsoleValue(member.value, depth + 1, [...outerValues, value], budget)
			});
	});
	return hiddenCount > 0 ? { ...consoleValue, entries, more: hiddenCount } : { ...consoleValue, entries };
}

function printOnOneLine(value: unknown): string {
	return printValue(value).replace(/\n\s*/g, ' ');
}

function truncate(text: string, maxLength: number): string {
	return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
