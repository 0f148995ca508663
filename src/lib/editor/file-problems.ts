/** Chooses which of TypeScript's errors a beginner is told of in a file, in plain words. */
import { excessIn } from '#lib/domain/file-size.ts';
import type { Explainer, FileProblem, ImportSources, Reported } from '../explanations/index.ts';
import { isAboutMissingTypes } from './compiler-options.ts';

/** TypeScript's category for errors; the others are advice. */
const ERROR = 1;

interface MessageChain {
	messageText: string;
	next?: MessageChain[] | undefined;
}

/** What Monaco's worker and TypeScript's own service give alike. */
interface ServiceDiagnostic {
	category: number;
	code: number;
	start?: number | undefined;
	length?: number | undefined;
	messageText: string | MessageChain;
}

interface ServiceDiagnostics {
	syntactic: readonly ServiceDiagnostic[];
	semantic: readonly ServiceDiagnostic[];
}

function flatten(message: ServiceDiagnostic['messageText'], depth = 0): string {
	if (typeof message === 'string') return message;
	const rest = message.next?.map((next) => flatten(next, depth + 1)) ?? [];
	return ['  '.repeat(depth) + message.messageText, ...rest].join('\n');
}

export function problemsIn(
	text: string,
	{ syntactic, semantic }: ServiceDiagnostics,
	explainer: Explainer,
	importSources: ImportSources
): FileProblem[] {
	// Such a file is not run either, which says why; to explain it could take the page many seconds.
	if (excessIn({ 'main.ts': text })) return [];
	const errorsOf = (diagnostics: readonly ServiceDiagnostic[]) =>
		diagnostics.filter(({ category, code }) => category === ERROR && !isAboutMissingTypes(code)).map(reportedOf);
	const unreadable = errorsOf(syntactic);
	// After a syntax error the rest is misread, and its errors would mislead a beginner.
	return explainer.file(text, unreadable.length > 0 ? unreadable : errorsOf(semantic), importSources);
}

function reportedOf({ code, start = 0, length = 1, messageText }: ServiceDiagnostic): Reported {
	return { code, start, length, message: flatten(messageText) };
}
